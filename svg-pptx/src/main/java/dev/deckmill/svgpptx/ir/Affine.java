package dev.deckmill.svgpptx.ir;

/**
 * An affine transform, SVG's {@code matrix(a b c d e f)} (CSS Transforms 1 §13): x' = a·x + c·y +
 * e, y' = b·x + d·y + f.
 */
public record Affine(double a, double b, double c, double d, double e, double f) {
  public static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

  public static Affine translate(double x, double y) {
    return new Affine(1, 0, 0, 1, x, y);
  }

  public static Affine scale(double x, double y) {
    return new Affine(x, 0, 0, y, 0, 0);
  }

  /** Clockwise where y points down; {@code radians} of the angle. Right angles are exact. */
  public static Affine rotate(double radians) {
    double cos = snapped(Math.cos(radians));
    double sin = snapped(Math.sin(radians));
    return new Affine(cos, sin, 0 - sin, cos, 0, 0);
  }

  private static double snapped(double value) {
    return Math.abs(value) < 1e-15 ? 0 : value;
  }

  /** First {@code inner}, then this: the product this × inner. */
  public Affine times(Affine inner) {
    return new Affine(
        a * inner.a + c * inner.b,
        b * inner.a + d * inner.b,
        a * inner.c + c * inner.d,
        b * inner.c + d * inner.d,
        a * inner.e + c * inner.f + e,
        b * inner.e + d * inner.f + f);
  }

  public double x(double x, double y) {
    return a * x + c * y + e;
  }

  public double y(double x, double y) {
    return b * x + d * y + f;
  }

  public double determinant() {
    return a * d - b * c;
  }

  /** The transform that undoes this one, whose determinant is not 0. */
  public Affine inverse() {
    double det = determinant();
    return new Affine(
        d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det);
  }

  public boolean isIdentity() {
    return equals(IDENTITY);
  }
}
