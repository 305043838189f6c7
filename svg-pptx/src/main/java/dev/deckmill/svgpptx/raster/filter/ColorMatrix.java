package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive;

/** {@code feColorMatrix} (Filter Effects 1 §9.6): of colours that alpha isn't multiplied into. */
final class ColorMatrix {
  private final double[] m;

  private ColorMatrix(double[] m) {
    this.m = m;
  }

  static ColorMatrix of(FilterPrimitive.ColorMatrix p) {
    return new ColorMatrix(p.coefficients());
  }

  int[] on(int[] argb) {
    int[] out = new int[argb.length];
    int before = 0;
    int after = changed(0);
    for (int i = 0; i < argb.length; i++) {
      if (argb[i] != before) {
        before = argb[i];
        after = changed(before);
      }
      out[i] = after;
    }
    return out;
  }

  private int changed(int pixel) {
    int alpha = Argb.alpha(pixel);
    int red = Argb.straight(Argb.red(pixel), alpha);
    int green = Argb.straight(Argb.green(pixel), alpha);
    int blue = Argb.straight(Argb.blue(pixel), alpha);
    return Argb.premultiplied(
        row(15, red, green, blue, alpha),
        row(0, red, green, blue, alpha),
        row(5, red, green, blue, alpha),
        row(10, red, green, blue, alpha));
  }

  private int row(int at, int red, int green, int blue, int alpha) {
    return Argb.clamped(
        m[at] * red + m[at + 1] * green + m[at + 2] * blue + m[at + 3] * alpha + m[at + 4] * 255);
  }
}
