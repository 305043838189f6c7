package dev.deckmill.svgpptx.dml;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code p:cNvPr} (ECMA-376 §19.3.1.12), without the id, which is given when it is written.
 *
 * @param name what the selection pane shows
 * @param description the alternative text
 * @param link the URL a click leads to: http, https or mailto
 */
public record NonVisual(String name, @Nullable String description, @Nullable String link) {
  public NonVisual {
    Objects.requireNonNull(name, "name");
  }

  public static NonVisual named(String name) {
    return new NonVisual(name, null, null);
  }
}
