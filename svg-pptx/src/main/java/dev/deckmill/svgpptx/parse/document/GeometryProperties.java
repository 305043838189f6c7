package dev.deckmill.svgpptx.parse.document;

import dev.deckmill.svgpptx.ir.Box;
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

  /** A box of this size where {@code x} and {@code y} say. */
  public static Box box(Element element, Style style, Frame frame, double width, double height) {
    double x = length(element, style, Property.X, frame.width(), 0);
    double y = length(element, style, Property.Y, frame.height(), 0);
    return new Box(x, y, width, height);
  }

  public static @Nullable String text(Element element, Style style, Property property) {
    String declared = style.get(property);
    return declared == null ? element.attribute(property.attributeName()) : declared;
  }
}
