package dev.deckmill.svgpptx.parse.shape;

import dev.deckmill.svgpptx.PageRejected;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Compositing;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Origin;
import dev.deckmill.svgpptx.ir.Paint;
import dev.deckmill.svgpptx.ir.Rgba;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.parse.compositing.CompositingParser;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.Origins;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.geometry.AuthoredLength;
import dev.deckmill.svgpptx.parse.geometry.Bounds;
import dev.deckmill.svgpptx.parse.paint.PaintOrder;
import dev.deckmill.svgpptx.parse.paint.PaintServers;
import dev.deckmill.svgpptx.parse.paint.StrokeParser;
import dev.deckmill.svgpptx.parse.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The basic shapes and {@code path} (SVG 2 §9, §10) with their paint. */
public final class ShapeParser {
  private static final Paint SILHOUETTE = new Paint.Solid(Rgba.BLACK);

  private final GeometryParser geometries;
  private final PaintServers paints;
  private final StrokeParser strokes;
  private final MarkerParser markers;
  private final CompositingParser compositing;

  public ShapeParser(
      GeometryParser geometries,
      PaintServers paints,
      MarkerParser markers,
      CompositingParser compositing) {
    this.geometries = geometries;
    this.paints = paints;
    this.strokes = new StrokeParser(paints);
    this.markers = markers;
    this.compositing = compositing;
  }

  public @Nullable Node shape(Element element, Style style, Frame frame) throws PageRejected {
    Geometry geometry = geometries.geometry(element, style, frame);
    if (geometry == null) {
      return null;
    }
    Supplier<@Nullable Box> bounds = () -> Bounds.of(geometry);
    Affine transform = Transforms.of(style, frame, bounds);
    Compositing effects = compositing.of(element, style, frame, bounds);
    Origin origin = Origins.origin(element, frame.href());
    Shape.FillRule rule = rule(style, frame.mode());
    boolean hidden = !style.get(Property.VISIBILITY, "visible").equals("visible");
    if (hidden || frame.mode() == Frame.Mode.CLIP) {
      Paint fill = hidden ? Paint.NONE : SILHOUETTE;
      return new Shape(origin, transform, effects, geometry, fill, rule, null, false, List.of());
    }
    Frame own = frame.within(transform);
    Paint fill = fill(element, style, own, geometry, bounds);
    Stroke stroke = measured(element, geometry, strokes.stroke(element, style, own, bounds));
    List<Shape.Marker> marks =
        MarkerParser.isAsked(element, style)
            ? markers.markers(element, style, frame, geometry, fill, stroke)
            : List.of();
    PaintOrder order = PaintOrder.of(style);
    boolean strokeFirst = order.strokeFirst();
    Shape shape =
        new Shape(origin, transform, effects, geometry, fill, rule, stroke, strokeFirst, marks);
    return order.markersLast() || marks.isEmpty() ? shape : inLayers(shape, order);
  }

  /** Dashes are as long as the author's measure of the outline makes them. */
  private static @Nullable Stroke measured(
      Element element, Geometry geometry, @Nullable Stroke stroke) {
    boolean dashed = stroke != null && stroke.dashes().length > 0;
    double unit = dashed ? AuthoredLength.unit(element, geometry) : 1;
    return stroke == null || unit == 1 ? stroke : stroke.withDashesTimes(unit);
  }

  /** A line has no inside. */
  private Paint fill(
      Element element, Style style, Frame own, Geometry geometry, Supplier<@Nullable Box> bounds)
      throws PageRejected {
    return geometry instanceof Geometry.Line
        ? Paint.NONE
        : paints.paint(element, Property.FILL, style, own, bounds);
  }

  /** A shape whose markers lie under its fill or stroke becomes a group of single layers. */
  private static Node inLayers(Shape shape, PaintOrder order) {
    List<Node> layers = new ArrayList<>();
    for (PaintOrder.Layer layer : order.layers()) {
      switch (layer) {
        case FILL -> layers.add(layer(shape, shape.fill(), null));
        case STROKE -> layers.add(layer(shape, Paint.NONE, shape.stroke()));
        case MARKERS -> {
          for (Shape.Marker marker : shape.markers()) {
            layers.add(marker.content());
          }
        }
      }
    }
    return new Group(shape.origin(), shape.transform(), shape.compositing(), layers);
  }

  private static Shape layer(Shape shape, Paint fill, @Nullable Stroke stroke) {
    return new Shape(
        Origin.of(shape.origin().element()),
        Affine.IDENTITY,
        Compositing.NONE,
        shape.geometry(),
        fill,
        shape.fillRule(),
        stroke,
        false,
        List.of());
  }

  private static Shape.FillRule rule(Style style, Frame.Mode mode) {
    Property property =
        switch (mode) {
          case CLIP -> Property.CLIP_RULE;
          case PAINT -> Property.FILL_RULE;
        };
    return style.is(property, "evenodd") ? Shape.FillRule.EVENODD : Shape.FillRule.NONZERO;
  }
}
