package dev.deckmill.svgpptx.ir;

/**
 * A colour in sRGB.
 *
 * @param rgb 0xRRGGBB
 * @param alpha 0 to 1
 */
public record Rgba(int rgb, double alpha) {
  public static final Rgba BLACK = new Rgba(0, 1);

  public Rgba {
    if ((rgb & 0xff000000) != 0 || !(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("not a colour");
    }
  }

  /** With an opacity on top, 0 to 1. */
  public Rgba faded(double opacity) {
    return opacity == 1 ? this : new Rgba(rgb, alpha * opacity);
  }
}
