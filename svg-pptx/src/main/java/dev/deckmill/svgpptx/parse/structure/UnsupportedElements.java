package dev.deckmill.svgpptx.parse.structure;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.parse.document.PageFindings;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.util.Map;

/** Reports what is in a document and never drawn, and which state of what moves is drawn. */
final class UnsupportedElements {
  private UnsupportedElements() {}

  static void report(XmlDocument document, Map<Element, String> shown, PageFindings findings) {
    for (String remark : document.remarks()) {
      findings.warn(Code.EXTERNAL_RESOURCE_DROPPED, null, "In the page, " + remark + ".");
    }
    for (Element element : document.unsupported()) {
      report(element, shown.getOrDefault(element, "without it"), findings);
    }
  }

  private static void report(Element element, String shown, PageFindings findings) {
    if (element.tag() == Tag.SCRIPT) {
      findings.warn(Code.SCRIPT_DROPPED, element, "Scripts are never run: left out.");
    } else {
      findings.warn(
          Code.ANIMATION_STATIC,
          element.parent(),
          "The " + element.name() + " element is not played: drawn " + shown + ".");
    }
  }
}
