package dev.deckmill.svgpptx.analyze.geometry;

import dev.deckmill.svgpptx.ir.Affine;

/**
 * A transform taken apart: scale along both axes, then a mirror, then a turn. Only for transforms
 * that keep right angles.
 *
 * @param scaleX above 0 as a rule
 * @param scaleY above 0 as a rule
 * @param degrees clockwise, 0 to below 360
 * @param mirrored whether the y axis is mirrored before the turn
 */
public record Similarity(double scaleX, double scaleY, double degrees, boolean mirrored) {
  private static final double ROUNDING = 1e-6;

  /** Whether right angles stay right angles. */
  public static boolean keepsAngles(Affine m) {
    double product = Math.hypot(m.a(), m.b()) * Math.hypot(m.c(), m.d());
    return product > 0 && Math.abs(m.a() * m.c() + m.b() * m.d()) <= ROUNDING * product;
  }

  /** Whether circles stay circles. */
  public static boolean keepsShapes(Affine m) {
    double x = Math.hypot(m.a(), m.b());
    double y = Math.hypot(m.c(), m.d());
    return keepsAngles(m) && Math.abs(x - y) <= ROUNDING * Math.max(x, y);
  }

  public static Similarity of(Affine m) {
    double degrees = Math.toDegrees(Math.atan2(m.b(), m.a()));
    degrees = degrees < 0 ? degrees + 360 : degrees;
    return new Similarity(
        Math.hypot(m.a(), m.b()),
        Math.hypot(m.c(), m.d()),
        Math.abs(degrees - 360) < ROUNDING || degrees < ROUNDING ? 0 : degrees,
        m.determinant() < 0);
  }

  /**
   * The mean of all directions' scales: what a length of 1 becomes, on the whole. EMU to a user
   * unit where the transform leads to the slide.
   */
  public static double scale(Affine m) {
    return Math.sqrt(Math.abs(m.determinant()));
  }

  /** Whether boxes stay upright, perhaps lying on their side. */
  public boolean upright() {
    double rest = degrees % 90;
    return rest < ROUNDING || 90 - rest < ROUNDING;
  }
}
