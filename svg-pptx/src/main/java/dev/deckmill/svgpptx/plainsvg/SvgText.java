package dev.deckmill.svgpptx.plainsvg;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.xml.XmlBytes;
import org.jspecify.annotations.Nullable;

/** Writes elements and attributes. */
final class SvgText {
  private final XmlBytes xml = new XmlBytes(1 << 12);

  byte[] bytes() {
    return xml.toByteArray();
  }

  /** Opens a start tag; attributes may follow. */
  SvgText open(String element) {
    xml.raw("<").raw(element);
    return this;
  }

  SvgText attribute(String name, String value) {
    xml.raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    return this;
  }

  SvgText attribute(String name, double... values) {
    xml.raw(" ").raw(name).raw("=\"");
    for (int i = 0; i < values.length; i++) {
      xml.raw(i == 0 ? "" : " ").raw(Double.toString(values[i]));
    }
    xml.raw("\"");
    return this;
  }

  SvgText attribute(String name, Affine m) {
    return m.isIdentity()
        ? this
        : attribute(
            name, "matrix(%s %s %s %s %s %s)".formatted(m.a(), m.b(), m.c(), m.d(), m.e(), m.f()));
  }

  SvgText box(Box box) {
    return attribute("x", box.x())
        .attribute("y", box.y())
        .attribute("width", box.width())
        .attribute("height", box.height());
  }

  /** A reference to a definition of this document, or nothing. */
  SvgText reference(String property, @Nullable String id) {
    return id == null ? this : attribute(property, "url(#" + id + ")");
  }

  /** Ends a start tag whose element has content. */
  SvgText in() {
    xml.raw(">");
    return this;
  }

  /** Ends a start tag whose element has none. */
  SvgText empty() {
    xml.raw("/>");
    return this;
  }

  SvgText text(String text) {
    xml.text(text);
    return this;
  }

  SvgText end(String element) {
    xml.raw("</").raw(element).raw(">");
    return this;
  }
}
