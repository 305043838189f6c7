package dev.deckmill.svgpptx.analyze.paint;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Geometry;
import dev.deckmill.svgpptx.ir.Paint;
import java.util.List;

/**
 * A radial gradient as what it is: for each offset t a circle around f + t · (c − f) with the
 * radius fr + t · (r − fr), which is never below 0 (SVG 2 §14.2.3).
 *
 * @param fx of the circle at 0, the smaller one
 * @param toSpace from the circles' space to where they are wanted
 */
public record GradientCircles(
    double fx,
    double fy,
    double fr,
    double cx,
    double cy,
    double r,
    Paint.Spread spread,
    List<Paint.Stop> stops,
    Affine toSpace) {
  /** How far, in shares of the radius, the centres may lie apart for DrawingML to show it. */
  private static final double MOST_APART = 0.69;

  /** In the space that {@code toSpace} leads to from the gradient's user space. */
  public static GradientCircles of(Paint.Radial g, Affine toSpace) {
    Affine to = toSpace.times(g.transform());
    if (g.fr() <= g.r()) {
      return new GradientCircles(
          g.fx(), g.fy(), g.fr(), g.cx(), g.cy(), g.r(), g.spread(), g.stops(), to);
    }
    List<Paint.Stop> reversed =
        g.stops().reversed().stream().map(s -> new Paint.Stop(1 - s.offset(), s.color())).toList();
    return new GradientCircles(
        g.cx(), g.cy(), g.r(), g.fx(), g.fy(), g.fr(), g.spread(), reversed, to);
  }

  private double apart() {
    return Math.hypot(cx - fx, cy - fy);
  }

  /** Whether each circle lies in all larger ones, so that together they cover everything. */
  boolean areNested() {
    return apart() < (r - fr) * (1 - 1e-4);
  }

  /** Whether they have one centre, which is also the first circle's point. */
  boolean areConcentric() {
    return apart() <= 1e-3 * r;
  }

  /**
   * Whether DrawingML's circular gradient is the same: its ellipses lie along the axes of its box,
   * and its box grows with them and must cover the shape (ECMA-376 §20.1.8.46).
   */
  boolean areDrawable() {
    double x = Math.hypot(toSpace.a(), toSpace.c());
    double y = Math.hypot(toSpace.b(), toSpace.d());
    boolean alongAxes =
        Math.abs(toSpace.a() * toSpace.b() + toSpace.c() * toSpace.d()) <= 0.01 * x * y;
    return alongAxes && apart() <= MOST_APART * (r - fr);
  }

  /** The offset at which the radius is 0. */
  public double apex() {
    return -fr / (r - fr);
  }

  public double centerX(double t) {
    return toSpace.x(fx + t * (cx - fx), fy + t * (cy - fy));
  }

  public double centerY(double t) {
    return toSpace.y(fx + t * (cx - fx), fy + t * (cy - fy));
  }

  /** Half the width of the circle at an offset. */
  public double radiusX(double t) {
    return Math.hypot(toSpace.a(), toSpace.c()) * (fr + t * (r - fr));
  }

  /** Half the height of the circle at an offset. */
  public double radiusY(double t) {
    return Math.hypot(toSpace.b(), toSpace.d()) * (fr + t * (r - fr));
  }

  /** The circle at an offset, before {@link #toSpace}. */
  Geometry.Ellipse circle(double t) {
    double radius = fr + t * (r - fr);
    return new Geometry.Ellipse(fx + t * (cx - fx), fy + t * (cy - fy), radius, radius);
  }

  /** The offset of the circle through a point; for nested circles. */
  double offsetAt(double x, double y) {
    Affine back = toSpace.inverse();
    double px = back.x(x, y) - fx;
    double py = back.y(x, y) - fy;
    double dx = cx - fx;
    double dy = cy - fy;
    double dr = r - fr;
    double a = dr * dr - dx * dx - dy * dy;
    double b = px * dx + py * dy + fr * dr;
    double c = px * px + py * py - fr * fr;
    return (Math.sqrt(Math.max(0, b * b + a * c)) - b) / a;
  }
}
