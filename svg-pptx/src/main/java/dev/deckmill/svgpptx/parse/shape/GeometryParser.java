package dev.deckmill.svgpptx.parse.shape;

import dev.deckmill.svgpptx.Finding.Code;
import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.GeometryProperties;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.PathParser;
import dev.deckmill.svgpptx.parse.value.PathSink;
import dev.deckmill.svgpptx.parse.value.ValueReader;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.ShapeElement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The geometry of {@code path} and of the basic shapes (SVG 2 §9, §10). */
public final class GeometryParser {
  private final DocumentContext document;

  public GeometryParser(DocumentContext document) {
    this.document = document;
  }

  /** The element's outline; null where it is not drawn at all. */
  public @Nullable Geometry geometry(Element element, Style style, Frame frame)
      throws PageRejected {
    ShapeElement shape = element.tag().shape();
    if (shape == null) {
      return null;
    }
    return switch (shape) {
      case RECT -> rect(element, style, frame);
      case CIRCLE -> circle(element, style, frame);
      case ELLIPSE -> ellipse(element, style, frame);
      case LINE -> line(element, style, frame);
      case POLYLINE -> poly(element, false);
      case POLYGON -> poly(element, true);
      case PATH -> path(element, style);
    };
  }

  private Geometry.@Nullable Path path(Element element, Style style) throws PageRejected {
    String value = GeometryProperties.text(element, style, Property.D);
    if (value == null) {
      return null;
    }
    String declared = PathParser.dataOf(value);
    String data = declared == null ? value : declared;
    PathParser.Result result = PathParser.parse(data, document.budget());
    if (result.errorAt() >= 0 && !data.equals("none")) {
      truncated(
          element,
          "The path data stops making sense at character "
              + result.errorAt()
              + "; drawn up to there.");
    }
    return result.geometry();
  }

  private void truncated(Element element, String detail) {
    document.findings().warn(Code.PATH_TRUNCATED_AT_ERROR, element, detail);
  }

  private static @Nullable Geometry rect(Element element, Style style, Frame frame) {
    double width = GeometryProperties.length(element, style, Property.WIDTH, frame.width(), 0);
    double height = GeometryProperties.length(element, style, Property.HEIGHT, frame.height(), 0);
    if (!(width > 0 && height > 0)) {
      return null;
    }
    double rx = radius(element, style, Property.RX, frame.width());
    double ry = radius(element, style, Property.RY, frame.height());
    rx = Double.isNaN(rx) ? ry : rx;
    ry = Double.isNaN(ry) ? rx : ry;
    boolean round = rx > 0 && ry > 0;
    return new Geometry.Rect(
        GeometryProperties.length(element, style, Property.X, frame.width(), 0),
        GeometryProperties.length(element, style, Property.Y, frame.height(), 0),
        width,
        height,
        round ? Math.min(rx, width / 2) : 0,
        round ? Math.min(ry, height / 2) : 0);
  }

  /** NaN for auto, which is also what an invalid or negative one counts as. */
  private static double radius(
      Element element, Style style, Property property, double percentBase) {
    double radius = GeometryProperties.length(element, style, property, percentBase, Double.NaN);
    return radius >= 0 ? radius : Double.NaN;
  }

  private static @Nullable Geometry circle(Element element, Style style, Frame frame) {
    double r = GeometryProperties.length(element, style, Property.R, frame.diagonal(), 0);
    return r > 0 ? ellipse(element, style, frame, r, r) : null;
  }

  private static @Nullable Geometry ellipse(Element element, Style style, Frame frame) {
    double rx = radius(element, style, Property.RX, frame.width());
    double ry = radius(element, style, Property.RY, frame.height());
    rx = Double.isNaN(rx) ? ry : rx;
    ry = Double.isNaN(ry) ? rx : ry;
    return rx > 0 && ry > 0 ? ellipse(element, style, frame, rx, ry) : null;
  }

  private static Geometry ellipse(Element element, Style style, Frame frame, double rx, double ry) {
    return new Geometry.Ellipse(
        GeometryProperties.length(element, style, Property.CX, frame.width(), 0),
        GeometryProperties.length(element, style, Property.CY, frame.height(), 0),
        rx,
        ry);
  }

  private static Geometry line(Element element, Style style, Frame frame) {
    return new Geometry.Line(
        attribute(element, "x1", style, frame.width()),
        attribute(element, "y1", style, frame.height()),
        attribute(element, "x2", style, frame.width()),
        attribute(element, "y2", style, frame.height()));
  }

  private static double attribute(Element element, String name, Style style, double percentBase) {
    return LengthParser.parse(element.attribute(name), style.units(), percentBase, 0);
  }

  /** {@code polyline} and {@code polygon}: drawn up to the first error (SVG 2 §10.6). */
  private @Nullable Geometry poly(Element element, boolean closed) {
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
          truncated(element, "The points stop making sense; drawn up to there.");
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
