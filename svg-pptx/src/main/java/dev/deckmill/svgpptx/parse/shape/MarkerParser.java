package dev.deckmill.svgpptx.parse.shape;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.ChildContent;
import dev.deckmill.svgpptx.parse.document.ContextPaint;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.References;
import dev.deckmill.svgpptx.parse.document.UnpaintedShapes;
import dev.deckmill.svgpptx.parse.geometry.AspectRatio;
import dev.deckmill.svgpptx.parse.geometry.ViewBox;
import dev.deckmill.svgpptx.parse.geometry.ViewportClip;
import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.TransformParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.ShapeElement;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code marker} (SVG 2 §13.7): one group for each vertex it stands on. */
public final class MarkerParser {
  private final DocumentContext document;
  private final ChildContent nodes;

  public MarkerParser(DocumentContext document, ChildContent nodes) {
    this.document = document;
    this.nodes = nodes;
  }

  static boolean isAsked(Element element, Style style) {
    ShapeElement shape = element.tag().shape();
    boolean asked =
        style.get(Property.MARKER_START) != null
            || style.get(Property.MARKER_MID) != null
            || style.get(Property.MARKER_END) != null;
    return asked && shape != null && shape.isMarkable();
  }

  /** The markers of a shape, in the order in which they are drawn. */
  List<Shape.Marker> markers(
      Element element,
      Style style,
      Frame frame,
      Geometry geometry,
      Paint fill,
      @Nullable Stroke stroke)
      throws PageRejected {
    List<Vertices.Vertex> vertices = Vertices.of(geometry);
    List<Shape.Marker> markers = new ArrayList<>();
    Paint line = stroke == null ? Paint.NONE : stroke.paint();
    ContextPaint context = new ContextPaint(p -> p == Property.FILL ? fill : line, Affine.IDENTITY);
    Frame own = frame.withContext(context);
    double strokeWidth = strokeWidth(style, frame);
    for (Shape.Place place : Shape.Place.values()) {
      Element marker = marker(element, style, place);
      if (marker == null || !document.references().enter(marker, element)) {
        continue;
      }
      try {
        for (int i = from(place, vertices.size()); i < to(place, vertices.size()); i++) {
          Shape.Marker one = marker(marker, place, vertices.get(i), strokeWidth, own);
          if (one != null) {
            markers.add(one);
          }
        }
      } finally {
        document.references().leave();
      }
    }
    return markers;
  }

  private static double strokeWidth(Style style, Frame frame) {
    String width = style.get(Property.STROKE_WIDTH);
    return width == null ? 1 : LengthParser.parse(width, style.units(), frame.diagonal(), 1);
  }

  private static int from(Shape.Place place, int count) {
    return switch (place) {
      case START -> 0;
      case MID -> 1;
      case END -> Math.max(0, count - 1);
    };
  }

  private static int to(Shape.Place place, int count) {
    return switch (place) {
      case START -> Math.min(1, count);
      case MID -> count - 1;
      case END -> count;
    };
  }

  private static Property property(Shape.Place place) {
    return switch (place) {
      case START -> Property.MARKER_START;
      case MID -> Property.MARKER_MID;
      case END -> Property.MARKER_END;
    };
  }

  private @Nullable Element marker(Element element, Style style, Shape.Place place) {
    String value = style.get(property(place));
    String id = value == null ? null : References.idOfUrl(value);
    if (id == null) {
      return null;
    }
    Element marker = document.references().byId(id);
    if (marker == null || marker.tag() != Tag.MARKER) {
      document.references().missing(element);
      return null;
    }
    return marker;
  }

  private Shape.@Nullable Marker marker(
      Element marker, Shape.Place place, Vertices.Vertex vertex, double strokeWidth, Frame frame)
      throws PageRejected {
    document.budget().instance(frame.depth());
    Style style = document.styleInDocument(marker);
    double angle = angle(marker, place, vertex);
    double scale = "userSpaceOnUse".equals(marker.attribute("markerUnits")) ? 1 : strokeWidth;
    double width =
        LengthParser.parse(marker.attribute("markerWidth"), style.units(), frame.width(), 3);
    double height =
        LengthParser.parse(marker.attribute("markerHeight"), style.units(), frame.height(), 3);
    if (!(width > 0 && height > 0 && scale > 0)) {
      return null;
    }
    Box viewBox = ViewBox.parse(marker.attribute("viewBox"));
    Box port = new Box(0, 0, width, height);
    Affine toPort =
        viewBox == null
            ? Affine.IDENTITY
            : AspectRatio.parse(marker.attribute("preserveAspectRatio")).transform(viewBox, port);
    Box inner = viewBox == null ? port : viewBox;
    Affine transform =
        Affine.translate(vertex.x(), vertex.y())
            .times(Affine.rotate(Math.toRadians(angle)))
            .times(Affine.scale(scale, scale))
            .times(fromReference(marker, style, frame, inner, toPort))
            .times(toPort);
    Frame inside = frame.inside(style, transform).withViewport(inner.width(), inner.height());
    Group content = content(marker, style, transform, inside, ViewportClip.window(toPort, port));
    return content == null ? null : new Shape.Marker(place, vertex.x(), vertex.y(), angle, content);
  }

  /** Puts the reference point where the vertex is. */
  private static Affine fromReference(
      Element marker, Style style, Frame frame, Box inner, Affine toPort) {
    double x = reference(marker.attribute("refX"), style, frame.width(), inner.x(), inner.width());
    double y =
        reference(marker.attribute("refY"), style, frame.height(), inner.y(), inner.height());
    return Affine.translate(-toPort.x(x, y), -toPort.y(x, y));
  }

  private @Nullable Group content(
      Element marker, Style style, Affine transform, Frame inside, Box window) throws PageRejected {
    List<Node> children = UnpaintedShapes.removed(nodes.children(marker, inside.asRepeated()));
    if (children.isEmpty()) {
      return null;
    }
    boolean cut = ViewportClip.isNeeded(style, window, children);
    return new Group(
        Origins.origin(marker, null),
        transform,
        cut ? ViewportClip.to(window) : Compositing.NONE,
        children);
  }

  private static double angle(Element marker, Shape.Place place, Vertices.Vertex vertex) {
    String orient = marker.attribute("orient");
    if (orient == null) {
      return 0;
    }
    return switch (orient.strip()) {
      case "auto" -> vertex.angle();
      case "auto-start-reverse" ->
          place == Shape.Place.START ? vertex.angle() + 180 : vertex.angle();
      default -> {
        double degrees = TransformParser.angle(orient);
        yield Double.isNaN(degrees) ? 0 : degrees;
      }
    };
  }

  private static double reference(
      @Nullable String text, Style style, double percentBase, double start, double extent) {
    return text == null
        ? 0
        : switch (text.strip()) {
          case "left", "top" -> start;
          case "center" -> start + extent / 2;
          case "right", "bottom" -> start + extent;
          default -> LengthParser.parse(text, style.units(), percentBase, 0);
        };
  }
}
