package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.xml.XmlBytes;

/**
 * Writes a notes part (ECMA-376 §19.3.1.26): the slide's picture and the text below it, as
 * PowerPoint makes them; places and looks are the notes master's.
 */
final class NotesXml {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
          + "<p:notes xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
          + " xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld>"
          + SlideXml.TREE
          + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide Image\"/>"
          + "<p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>"
          + "<p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
          + "<p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/>"
          + "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
          + "<p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>"
          + "<p:txBody><a:bodyPr/><a:lstStyle/>";
  private static final String TAIL =
      "</p:txBody></p:sp></p:spTree></p:cSld>"
          + "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>";

  private NotesXml() {}

  /**
   * @param notes a paragraph each line
   */
  static XmlBytes of(String notes) {
    XmlBytes xml = new XmlBytes(HEAD.length() + TAIL.length() + 2 * notes.length() + 256);
    xml.raw(HEAD);
    notes
        .lines()
        .forEach(line -> xml.raw("<a:p><a:r><a:rPr/><a:t>").text(line).raw("</a:t></a:r></a:p>"));
    return xml.raw(TAIL);
  }
}
