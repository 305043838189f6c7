package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.ir.Geometry;

/**
 * An upright rectangle between two corners; empty until something is put in. It is in the space of
 * what it was made of, and {@link #under} leads to another: EMU from a {@link Place} or a form,
 * user units from a {@link Box} or a shape's own outline.
 */
public record Extent(double left, double top, double right, double bottom) {
  public static final Extent EMPTY =
      new Extent(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  public static Extent of(Box box) {
    return new Extent(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
  }

  /** Around the turned box. */
  public static Extent of(Place place) {
    double turn = Math.toRadians(place.degrees());
    double cos = Math.abs(Math.cos(turn));
    double sin = Math.abs(Math.sin(turn));
    double halfWidth = (place.width() * cos + place.height() * sin) / 2;
    double halfHeight = (place.width() * sin + place.height() * cos) / 2;
    return new Extent(
        place.centerX() - halfWidth,
        place.centerY() - halfHeight,
        place.centerX() + halfWidth,
        place.centerY() + halfHeight);
  }

  public boolean isEmpty() {
    return !(left <= right && top <= bottom);
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return bottom - top;
  }

  /** The same in user units, for an extent of that space. */
  public Box box() {
    return new Box(left, top, width(), height());
  }

  public Extent union(Extent other) {
    return new Extent(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  public Extent intersection(Extent other) {
    return new Extent(
        Math.max(left, other.left),
        Math.max(top, other.top),
        Math.min(right, other.right),
        Math.min(bottom, other.bottom));
  }

  /** With this much more on each side, in the unit that it is in itself. */
  public Extent grown(double by) {
    return isEmpty() ? this : new Extent(left - by, top - by, right + by, bottom + by);
  }

  public boolean contains(Extent other) {
    return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
  }

  /**
   * Whether all points of a path lie in it, the control points among them, and so the path; where
   * not, the path may all the same.
   *
   * @param c x and y of each
   */
  public boolean containsPoints(double[] c) {
    for (int i = 0; i < c.length; i += 2) {
      if (!(c[i] >= left && c[i] <= right && c[i + 1] >= top && c[i + 1] <= bottom)) {
        return false;
      }
    }
    return true;
  }

  /** Whether they have an area in common. */
  public boolean overlaps(Extent other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** The upright rectangle around this one under a transform. */
  public Extent under(Affine by) {
    if (isEmpty()) {
      return this;
    }
    double x1 = by.x(left, top);
    double x2 = by.x(right, top);
    double x3 = by.x(right, bottom);
    double x4 = by.x(left, bottom);
    double y1 = by.y(left, top);
    double y2 = by.y(right, top);
    double y3 = by.y(right, bottom);
    double y4 = by.y(left, bottom);
    return new Extent(
        Math.min(Math.min(x1, x2), Math.min(x3, x4)),
        Math.min(Math.min(y1, y2), Math.min(y3, y4)),
        Math.max(Math.max(x1, x2), Math.max(x3, x4)),
        Math.max(Math.max(y1, y2), Math.max(y3, y4)));
  }

  /** The tight rectangle around a path: of a curve only what it reaches counts. */
  public static Extent of(Geometry.Path path) {
    Tight tight = new Tight();
    double[] c = path.coordinates();
    int i = 0;
    for (byte command : path.commands()) {
      if (command == Geometry.Path.CURVE) {
        tight.curve(c, i);
        i += 6;
      } else if (command != Geometry.Path.CLOSE) {
        tight.point(c[i], c[i + 1]);
        i += 2;
      }
    }
    return new Extent(tight.left, tight.top, tight.right, tight.bottom);
  }

  private static final class Tight {
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    void point(double x, double y) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }

    /** {@code at} is where the curve's first control point stands; its start is before it. */
    void curve(double[] c, int at) {
      point(c[at + 4], c[at + 5]);
      for (int axis = 0; axis < 2; axis++) {
        double p0 = c[at - 2 + axis];
        double p1 = c[at + axis];
        double p2 = c[at + 2 + axis];
        double p3 = c[at + 4 + axis];
        double low = axis == 0 ? left : top;
        double high = axis == 0 ? right : bottom;
        if (p1 < low || p1 > high || p2 < low || p2 > high) {
          extremes(axis, p0, p1, p2, p3);
        }
      }
    }

    /** Where the derivative is 0. */
    private void extremes(int axis, double p0, double p1, double p2, double p3) {
      double a = p3 - p0 + 3 * (p1 - p2);
      double b = 2 * (p0 - 2 * p1 + p2);
      double c = p1 - p0;
      if (Math.abs(a) < 1e-12 * (Math.abs(b) + Math.abs(c))) {
        extreme(axis, -c / b, p0, p1, p2, p3);
        return;
      }
      double root = Math.sqrt(b * b - 4 * a * c);
      extreme(axis, (-b + root) / (2 * a), p0, p1, p2, p3);
      extreme(axis, (-b - root) / (2 * a), p0, p1, p2, p3);
    }

    private void extreme(int axis, double t, double p0, double p1, double p2, double p3) {
      if (t > 0 && t < 1) {
        double u = 1 - t;
        double v = u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
        if (axis == 0) {
          left = Math.min(left, v);
          right = Math.max(right, v);
        } else {
          top = Math.min(top, v);
          bottom = Math.max(bottom, v);
        }
      }
    }
  }
}
