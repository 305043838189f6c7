package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Shape.FillRule;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Outlines as paths: from any geometry, to and from Java2D's. */
public final class Outlines {
  /** How far the control points of a quarter circle lie from its ends, in radii. */
  private static final double KAPPA = 0.5522847498307936;

  /** How far lines may lie from the curve they stand for: nobody sees it, even in user units. */
  private static final double FLATNESS = 0.01;

  /** Nobody sees so little, even in user units. */
  private static final double SPECK = 1e-9;

  private Outlines() {}

  /** The geometry as one path, in the space that {@code transform} leads to. */
  public static Geometry.Path path(Geometry geometry, Affine transform) {
    return switch (geometry) {
      case Geometry.Path path -> PathBuilder.transformed(path, transform);
      case Geometry.Rect r -> PathBuilder.transformed(rect(r), transform);
      case Geometry.Ellipse e -> PathBuilder.transformed(ellipse(e), transform);
      case Geometry.Line l ->
          PathBuilder.transformed(
              new PathBuilder(2).move(l.x1(), l.y1()).line(l.x2(), l.y2()).path(), transform);
    };
  }

  /** As SVG 2 §10.2 says it is drawn: clockwise from the end of the top left corner. */
  private static Geometry.Path rect(Geometry.Rect r) {
    double x = r.x();
    double y = r.y();
    double right = x + r.width();
    double bottom = y + r.height();
    if (r.rx() <= 0 || r.ry() <= 0) {
      return new PathBuilder(5)
          .move(x, y)
          .line(right, y)
          .line(right, bottom)
          .line(x, bottom)
          .close()
          .path();
    }
    double rx = r.rx();
    double ry = r.ry();
    double kx = rx * (1 - KAPPA);
    double ky = ry * (1 - KAPPA);
    return new PathBuilder(10)
        .move(x + rx, y)
        .line(right - rx, y)
        .curve(right - kx, y, right, y + ky, right, y + ry)
        .line(right, bottom - ry)
        .curve(right, bottom - ky, right - kx, bottom, right - rx, bottom)
        .line(x + rx, bottom)
        .curve(x + kx, bottom, x, bottom - ky, x, bottom - ry)
        .line(x, y + ry)
        .curve(x, y + ky, x + kx, y, x + rx, y)
        .close()
        .path();
  }

  /** As SVG 2 §10.4 says it is drawn: clockwise from three o'clock. */
  private static Geometry.Path ellipse(Geometry.Ellipse e) {
    double cx = e.cx();
    double cy = e.cy();
    double rx = e.rx();
    double ry = e.ry();
    double kx = rx * KAPPA;
    double ky = ry * KAPPA;
    return new PathBuilder(6)
        .move(cx + rx, cy)
        .curve(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)
        .curve(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)
        .curve(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)
        .curve(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)
        .close()
        .path();
  }

  /**
   * What a path encloses. What lies far out is cut off before, and what is left is cut into lines:
   * Java2D's area arithmetic solves curves, and where coordinates are too large for its precision
   * it doesn't come to an end, or to what is no number. Lines it only cuts.
   */
  @SuppressWarnings("ReferenceEquality") // what is near comes back as it is
  public static Area area(Geometry.Path path, FillRule rule) {
    Geometry.Path near = NearPath.ofAny(path);
    Path2D shape = shape(near, rule);
    return new Area(near == path ? shape : lines(shape));
  }

  /** What a shape of Java2D covers by its own rule; what lies far out is dealt with as above. */
  public static Area area(Shape covered) {
    return NearPath.isAnywhereNear(covered.getBounds2D())
        ? new Area(covered)
        : area(path(covered), FillRule.NONZERO);
  }

  private static Path2D lines(Path2D shape) {
    Path2D lines = new Path2D.Double(shape.getWindingRule());
    lines.append(shape.getPathIterator(null, FLATNESS), false);
    return lines;
  }

  /** For Java2D, without differences so small that its area arithmetic doesn't get past them. */
  public static Path2D.Double shape(Geometry.Path path, FillRule rule) {
    Path2D.Double shape =
        new Path2D.Double(
            rule == FillRule.NONZERO ? Path2D.WIND_NON_ZERO : Path2D.WIND_EVEN_ODD,
            path.commands().length);
    double[] c = withoutSpecks(path.coordinates());
    int i = 0;
    for (byte command : path.commands()) {
      if (command == Geometry.Path.MOVE) {
        shape.moveTo(c[i], c[i + 1]);
        i += 2;
      } else if (command == Geometry.Path.LINE) {
        shape.lineTo(c[i], c[i + 1]);
        i += 2;
      } else if (command == Geometry.Path.CURVE) {
        shape.curveTo(c[i], c[i + 1], c[i + 2], c[i + 3], c[i + 4], c[i + 5]);
        i += 6;
      } else {
        shape.closePath();
      }
    }
    return shape;
  }

  /** With 0 for numbers that are all but 0; the same array where there are none. */
  private static double[] withoutSpecks(double[] coordinates) {
    double[] clean = coordinates;
    for (int i = 0; i < coordinates.length; i++) {
      double c = coordinates[i];
      if (c != 0 && Math.abs(c) < SPECK) {
        clean = clean == coordinates ? coordinates.clone() : clean;
        clean[i] = 0;
      }
    }
    return clean;
  }

  public static Geometry.Path path(Shape shape) {
    PathBuilder sketch = new PathBuilder(32);
    double[] c = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
      int segment = at.currentSegment(c);
      switch (segment) {
        case PathIterator.SEG_MOVETO -> sketch.move(c[0], c[1]);
        case PathIterator.SEG_LINETO -> sketch.line(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> raised(sketch, x, y, c);
        case PathIterator.SEG_CUBICTO -> sketch.curve(c[0], c[1], c[2], c[3], c[4], c[5]);
        case PathIterator.SEG_CLOSE -> sketch.close();
        default -> throw new IllegalStateException("Java2D has no segment " + segment);
      }
      int end =
          segment == PathIterator.SEG_CUBICTO ? 4 : segment == PathIterator.SEG_QUADTO ? 2 : 0;
      if (segment != PathIterator.SEG_CLOSE) {
        x = c[end];
        y = c[end + 1];
      }
    }
    return sketch.path();
  }

  /** A quadratic curve from (x, y) as the cubic one that it is. */
  private static void raised(PathBuilder sketch, double x, double y, double[] c) {
    sketch.curve(
        x + (c[0] - x) * 2 / 3,
        y + (c[1] - y) * 2 / 3,
        c[2] + (c[0] - c[2]) * 2 / 3,
        c[3] + (c[1] - c[3]) * 2 / 3,
        c[2],
        c[3]);
  }
}
