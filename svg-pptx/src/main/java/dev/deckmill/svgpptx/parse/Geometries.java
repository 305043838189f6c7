package dev.deckmill.svgpptx.parse;

import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathSink;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The basic shapes' geometry (SVG 2 §10); null where an element is not drawn. */
final class Geometries {
  private Geometries() {}

  /** A geometry property: what a rule says, else the attribute (SVG 2 §8.11). */
  static double length(
      Element element, Style style, Property property, double percentBase, double fallback) {
    String text = text(element, style, property);
    return text == null ? fallback : LengthParser.parse(text, style.units(), percentBase, fallback);
  }

  static @Nullable String text(Element element, Style style, Property property) {
    String declared = style.get(property);
    return declared == null ? element.attribute(property.attributeName()) : declared;
  }

  static @Nullable Geometry rect(Element element, Style style, Frame frame) {
    double width = length(element, style, Property.WIDTH, frame.width(), 0);
    double height = length(element, style, Property.HEIGHT, frame.height(), 0);
    if (!(width > 0 && height > 0)) {
      return null;
    }
    double rx = radius(element, style, Property.RX, frame.width());
    double ry = radius(element, style, Property.RY, frame.height());
    rx = Double.isNaN(rx) ? ry : rx;
    ry = Double.isNaN(ry) ? rx : ry;
    boolean round = rx > 0 && ry > 0;
    return new Geometry.Rect(
        length(element, style, Property.X, frame.width(), 0),
        length(element, style, Property.Y, frame.height(), 0),
        width,
        height,
        round ? Math.min(rx, width / 2) : 0,
        round ? Math.min(ry, height / 2) : 0);
  }

  /** NaN for auto, which is also what an invalid or negative one counts as. */
  private static double radius(
      Element element, Style style, Property property, double percentBase) {
    double radius = length(element, style, property, percentBase, Double.NaN);
    return radius >= 0 ? radius : Double.NaN;
  }

  static @Nullable Geometry circle(Element element, Style style, Frame frame) {
    double r = length(element, style, Property.R, frame.diagonal(), 0);
    return r > 0 ? ellipse(element, style, frame, r, r) : null;
  }

  static @Nullable Geometry ellipse(Element element, Style style, Frame frame) {
    double rx = radius(element, style, Property.RX, frame.width());
    double ry = radius(element, style, Property.RY, frame.height());
    rx = Double.isNaN(rx) ? ry : rx;
    ry = Double.isNaN(ry) ? rx : ry;
    return rx > 0 && ry > 0 ? ellipse(element, style, frame, rx, ry) : null;
  }

  private static Geometry ellipse(Element element, Style style, Frame frame, double rx, double ry) {
    return new Geometry.Ellipse(
        length(element, style, Property.CX, frame.width(), 0),
        length(element, style, Property.CY, frame.height(), 0),
        rx,
        ry);
  }

  static Geometry line(Element element, Style style, Frame frame) {
    return new Geometry.Line(
        attribute(element, "x1", style, frame.width()),
        attribute(element, "y1", style, frame.height()),
        attribute(element, "x2", style, frame.width()),
        attribute(element, "y2", style, frame.height()));
  }

  private static double attribute(Element element, String name, Style style, double percentBase) {
    return LengthParser.parse(element.attribute(name), style.units(), percentBase, 0);
  }

  /**
   * {@code polyline} and {@code polygon}: drawn up to the first error (SVG 2 §10.6).
   *
   * @param onError run once, where the points stop making sense
   */
  static @Nullable Geometry poly(Element element, boolean closed, Runnable onError) {
    String points = element.attribute("points");
    if (points == null) {
      return null;
    }
    ValueReader in = new ValueReader(points);
    PathSink out = new PathSink();
    in.skipSpace();
    int count = 0;
    while (!in.atEnd()) {
      double x = in.number();
      in.skipComma();
      double y = in.number();
      in.skipComma();
      if (Double.isNaN(x) || Double.isNaN(y)) {
        if (!points.strip().toLowerCase(Locale.ROOT).equals("none")) {
          onError.run();
        }
        break;
      }
      if (count++ == 0) {
        out.move(x, y);
      } else {
        out.line(x, y);
      }
    }
    if (count < 2) {
      return null;
    }
    if (closed) {
      out.close();
    }
    return out.path();
  }
}
