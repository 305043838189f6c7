package dev.deckmill.svgpptx.dml;

/** A length in English Metric Units, 914,400 to the inch (ECMA-376 §20.1.10.16). */
public record Emu(long value) {
  public static final Emu ZERO = new Emu(0);

  private static final double PER_PIXEL = 9_525;
  private static final double PER_POINT = 12_700;

  /** The farthest that PowerPoint reads a coordinate: its files hold 32 bits. */
  private static final double FARTHEST = Integer.MAX_VALUE / 2.0;

  /** The nearest whole EMU that PowerPoint reads. */
  public static Emu rounded(double emu) {
    return new Emu(Math.round(Math.max(-FARTHEST, Math.min(FARTHEST, emu))));
  }

  /** A length in EMU from one in CSS pixels, 96 to the inch. */
  public static double ofPixels(double pixels) {
    return pixels * PER_PIXEL;
  }

  /** A length in points, 72 to the inch, from one in EMU. */
  public static double toPoints(double emu) {
    return emu / PER_POINT;
  }

  /** A length in EMU from one in points. */
  public static double ofPoints(double points) {
    return points * PER_POINT;
  }
}
