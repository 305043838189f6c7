package dev.deckmill.svgpptx.dml;

/**
 * {@code a:srgbClr} with {@code a:alpha} (ECMA-376 §20.1.2.3.32, §20.1.2.3.1).
 *
 * @param rgb 0xRRGGBB
 * @param alpha in 1000ths of a percent, 100,000 is opaque
 */
public record Color(int rgb, int alpha) {
  public static final int OPAQUE = 100_000;

  public static Color of(int rgb, double alpha) {
    return new Color(rgb, (int) Math.round(alpha * OPAQUE));
  }
}
