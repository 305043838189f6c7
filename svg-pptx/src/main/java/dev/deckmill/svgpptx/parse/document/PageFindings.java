package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.Finding;
import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.Finding.Severity;
import dev.deckmill.svgpptx.ir.Findings;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Takes down what is lost or changed while a page is parsed. */
public final class PageFindings {
  private final Findings.Collector findings = new Findings.Collector();

  public void warn(Code code, @Nullable Element element, String detail) {
    add(code, Severity.WARNING, element, detail);
  }

  public void info(Code code, @Nullable Element element, String detail) {
    add(code, Severity.INFO, element, detail);
  }

  private void add(Code code, Severity severity, @Nullable Element element, String detail) {
    findings.add(new Finding(code, severity, element == null ? null : element.id(), detail));
  }

  public Findings collected() {
    return findings.collected();
  }
}
