package dev.deckmill.svgpptx.parse.html;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.layout.BoxLayout;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Set;
import java.util.TreeSet;

/** Tells what of HTML isn't shown as a browser would. */
final class HtmlFindings {
  private static final Set<String> NEVER_SHOWN =
      Set.of("iframe", "video", "audio", "canvas", "object", "embed");
  private static final Set<String> FIELDS =
      Set.of("input", "select", "textarea", "progress", "meter");
  private static final Set<String> FORMULAS =
      Set.of("mfrac", "msqrt", "mroot", "mtable", "munder", "mover", "munderover");

  private final Set<String> dropped = new TreeSet<>();
  private boolean formulas;

  private HtmlFindings() {}

  static void report(Element foreign, BoxLayout layout, PageFindings findings) {
    HtmlFindings found = new HtmlFindings();
    found.look(foreign);
    if (!found.dropped.isEmpty()) {
      findings.warn(
          Code.UNSUPPORTED_DROPPED,
          foreign,
          "In HTML, " + String.join(", ", found.dropped) + " can't be shown: left out.");
    }
    if (found.formulas) {
      findings.warn(
          Code.APPROXIMATED, foreign, "A formula is set in one line: its text is kept as it is.");
    }
    if (layout.cutsText()) {
      findings.info(
          Code.APPROXIMATED,
          foreign,
          "Text that is too long for its box ends with an ellipsis, as in browsers.");
    }
    if (layout.hasLargeTable()) {
      findings.warn(
          Code.APPROXIMATED,
          foreign,
          "A table of HTML has more cells than a slide shows: its cells stand below each other.");
    }
    if (layout.isExhausted()) {
      findings.warn(
          Code.APPROXIMATED,
          foreign,
          "HTML with very many boxes: some of it is set as plain text below each other.");
    }
  }

  private void look(Element parent) {
    for (Element child = parent.firstChild(); child != null; child = child.next()) {
      String name = child.isCharacters() ? "" : child.name();
      if (NEVER_SHOWN.contains(name) || FIELDS.contains(name)) {
        dropped.add(name);
      }
      formulas |= FORMULAS.contains(name);
      look(child);
    }
  }
}
