package dev.deckmill.svgpptx.parse.geometry;

import dev.deckmill.svgpptx.font.Fonts;
import dev.deckmill.svgpptx.font.TextExtent;
import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Group;
import dev.deckmill.svgpptx.ir.Node;
import dev.deckmill.svgpptx.ir.Picture;
import dev.deckmill.svgpptx.ir.Shape;
import dev.deckmill.svgpptx.ir.Stroke;
import dev.deckmill.svgpptx.ir.Text;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bounding boxes (SVG 2 §8.10): the fill's, without strokes, or with them where that is asked. */
public final class Bounds {
  private final Function<Text, @Nullable Box> texts;
  private final boolean withStrokes;
  private double left = Double.POSITIVE_INFINITY;
  private double top = Double.POSITIVE_INFINITY;
  private double right = Double.NEGATIVE_INFINITY;
  private double bottom = Double.NEGATIVE_INFINITY;

  private Bounds(Function<Text, @Nullable Box> texts, boolean withStrokes) {
    this.texts = texts;
    this.withStrokes = withStrokes;
  }

  /** The bounding box of nodes in their parent's user space; null where they have none. */
  public static @Nullable Box of(List<Node> nodes, Fonts fonts) {
    return of(nodes, new Bounds(text -> TextExtent.of(text, fonts), false));
  }

  /** What nodes may paint on, strokes and markers included; of texts an estimate. */
  static @Nullable Box painted(List<Node> nodes) {
    return of(nodes, new Bounds(TextEstimate::of, true));
  }

  private static @Nullable Box of(List<Node> nodes, Bounds bounds) {
    for (Node node : nodes) {
      bounds.add(node, Affine.IDENTITY);
    }
    return bounds.box();
  }

  public static @Nullable Box of(Geometry geometry) {
    Bounds bounds = new Bounds(TextEstimate::of, false);
    bounds.add(geometry);
    return bounds.box();
  }

  /** What transforms have sent into infinity has no box that could be computed with. */
  private @Nullable Box box() {
    double width = right - left;
    double height = bottom - top;
    boolean exists = left <= right && Double.isFinite(width) && Double.isFinite(height);
    return exists ? new Box(left, top, width, height) : null;
  }

  private void add(Node node, Affine outer) {
    Affine m = node.transform().isIdentity() ? outer : outer.times(node.transform());
    switch (node) {
      case Group group -> {
        for (Node child : group.children()) {
          add(child, m);
        }
      }
      case Shape shape -> addShape(shape, m);
      case Picture picture -> add(picture.viewport(), m, 0);
      case Text text -> add(texts.apply(text), m, 0);
    }
  }

  private void addShape(Shape shape, Affine m) {
    Stroke stroke = withStrokes ? shape.stroke() : null;
    double margin = stroke == null ? 0 : reach(stroke);
    add(of(shape.geometry()), m, margin);
    if (withStrokes) {
      for (Shape.Marker marker : shape.markers()) {
        add(marker.content(), m);
      }
    }
  }

  /** How far a stroke can reach: miters of a rectangle's corner, or its declared limit. */
  private static double reach(Stroke stroke) {
    double half = stroke.width() / 2;
    return stroke.join() == Stroke.Join.MITER
        ? half * Math.min(stroke.miterLimit(), 4)
        : half * Math.sqrt(2);
  }

  private void add(@Nullable Box box, Affine m, double margin) {
    if (box == null) {
      return;
    }
    Box grown =
        new Box(
            box.x() - margin,
            box.y() - margin,
            box.width() + 2 * margin,
            box.height() + 2 * margin);
    Box moved = Matrices.around(m, grown);
    point(moved.x(), moved.y());
    point(moved.x() + moved.width(), moved.y() + moved.height());
  }

  private void point(double x, double y) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }

  private void add(Geometry geometry) {
    switch (geometry) {
      case Geometry.Rect r -> {
        point(r.x(), r.y());
        point(r.x() + r.width(), r.y() + r.height());
      }
      case Geometry.Ellipse e -> {
        point(e.cx() - e.rx(), e.cy() - e.ry());
        point(e.cx() + e.rx(), e.cy() + e.ry());
      }
      case Geometry.Line l -> {
        point(l.x1(), l.y1());
        point(l.x2(), l.y2());
      }
      case Geometry.Path p -> addPath(p);
    }
  }

  private void addPath(Geometry.Path path) {
    double[] c = path.coordinates();
    int at = 0;
    double x = 0;
    double y = 0;
    for (byte command : path.commands()) {
      if (command == Geometry.Path.CLOSE) {
        continue;
      }
      if (command == Geometry.Path.CURVE) {
        curve(x, c[at], c[at + 2], c[at + 4], true);
        curve(y, c[at + 1], c[at + 3], c[at + 5], false);
        at += 4;
      }
      x = c[at++];
      y = c[at++];
      point(x, y);
    }
  }

  /** Where a cubic curve's coordinate turns: roots of its derivative. */
  private void curve(double p0, double p1, double p2, double p3, boolean horizontal) {
    double least = Math.min(p0, p3);
    double most = Math.max(p0, p3);
    if (p1 >= least && p1 <= most && p2 >= least && p2 <= most) {
      return;
    }
    double a = -p0 + 3 * p1 - 3 * p2 + p3;
    double b = 2 * (p0 - 2 * p1 + p2);
    double c = p1 - p0;
    if (Math.abs(a) < 1e-12) {
      turn(-c / b, p0, p1, p2, p3, horizontal);
      return;
    }
    double root = Math.sqrt(b * b - 4 * a * c);
    turn((-b + root) / (2 * a), p0, p1, p2, p3, horizontal);
    turn((-b - root) / (2 * a), p0, p1, p2, p3, horizontal);
  }

  private void turn(double t, double p0, double p1, double p2, double p3, boolean horizontal) {
    if (!(t > 0 && t < 1)) {
      return;
    }
    double s = 1 - t;
    double v = s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
    if (horizontal) {
      left = Math.min(left, v);
      right = Math.max(right, v);
    } else {
      top = Math.min(top, v);
      bottom = Math.max(bottom, v);
    }
  }
}
