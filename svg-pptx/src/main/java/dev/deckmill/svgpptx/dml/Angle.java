package dev.deckmill.svgpptx.dml;

/** An angle in 60,000ths of a degree, clockwise (ECMA-376 §20.1.10.3); 0 to below a full turn. */
public record Angle(int value) {
  public static final Angle ZERO = new Angle(0);

  private static final int PER_DEGREE = 60_000;
  private static final int FULL = 360 * PER_DEGREE;

  public static Angle ofDegrees(double degrees) {
    return new Angle((int) Math.floorMod(Math.round(degrees * PER_DEGREE), (long) FULL));
  }
}
