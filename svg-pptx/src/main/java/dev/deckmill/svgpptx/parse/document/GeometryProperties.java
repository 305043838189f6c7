package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import org.jspecify.annotations.Nullable;

/** Geometry properties (SVG 2 §8.11): what a rule says, else the attribute. */
public final class GeometryProperties {
  private GeometryProperties() {}

  public static double length(
      Element element, Style style, Property property, double percentBase, double fallback) {
    String text = text(element, style, property);
    return text == null ? fallback : LengthParser.parse(text, style.units(), percentBase, fallback);
  }

  public static @Nullable String text(Element element, Style style, Property property) {
    String declared = style.get(property);
    return declared == null ? element.attribute(property.attributeName()) : declared;
  }
}
