package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.Finding.Severity;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is lost or changed on the way; the same thing of the same element once. */
final class Findings {
  /** A broken page can have a finding for each of its elements; nobody reads that many. */
  private static final int MOST = 500;

  private final Set<Finding> findings = new LinkedHashSet<>();

  void warn(Code code, @Nullable Element element, String detail) {
    add(code, Severity.WARNING, element, detail);
  }

  void info(Code code, @Nullable Element element, String detail) {
    add(code, Severity.INFO, element, detail);
  }

  private void add(Code code, Severity severity, @Nullable Element element, String detail) {
    if (findings.size() < MOST) {
      findings.add(new Finding(code, severity, element == null ? null : element.id(), detail));
    }
  }

  List<Finding> list() {
    return List.copyOf(findings);
  }
}
