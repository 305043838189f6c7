package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.Finding;
import java.util.List;
import java.util.Objects;

/**
 * What embedding gives.
 *
 * @param elementBytes the XML bytes of each leaf of the slide tree, in its order
 * @param findings what was lost while pictures were made
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Embedded(Bundle bundle, int[] elementBytes, List<Finding> findings) {
  public Embedded {
    Objects.requireNonNull(bundle, "bundle");
    findings = List.copyOf(findings);
  }
}
