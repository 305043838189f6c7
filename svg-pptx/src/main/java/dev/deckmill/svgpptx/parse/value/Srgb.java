package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Rgba;

/**
 * A colour in sRGB as it is computed with: components 0 to 1, or beyond where the colour lies
 * outside of sRGB.
 *
 * @param alpha 0 to 1
 */
record Srgb(double r, double g, double b, double alpha) {
  static Srgb of(Rgba color) {
    return new Srgb(
        (color.rgb() >> 16 & 0xff) / 255.0,
        (color.rgb() >> 8 & 0xff) / 255.0,
        (color.rgb() & 0xff) / 255.0,
        color.alpha());
  }

  Srgb withAlpha(double other) {
    return new Srgb(r, g, b, Math.clamp(other, 0, 1));
  }

  /** What a screen shows of it: components clipped to what there is. */
  Rgba clipped() {
    return new Rgba(channel(r) << 16 | channel(g) << 8 | channel(b), alpha);
  }

  private static int channel(double value) {
    return (int) Math.round(Math.clamp(value, 0, 1) * 255);
  }
}
