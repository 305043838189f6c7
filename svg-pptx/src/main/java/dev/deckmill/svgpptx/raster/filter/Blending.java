package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.BlendFunctions;
import dev.deckmill.svgpptx.ir.Compositing;

/** {@code feBlend} (Filter Effects 1 §9.5), by the formulas of CSS Compositing 1 §10. */
final class Blending {
  private Blending() {}

  /**
   * @param in what is blended in
   * @param in2 the backdrop
   */
  static int[] blended(Compositing.Blend mode, int[] in, int[] in2) {
    if (mode == Compositing.Blend.NORMAL) {
      return Compositor.over(in, in2);
    }
    int[] out = new int[in.length];
    double[] mixed = new double[3];
    for (int i = 0; i < out.length; i++) {
      boolean alone = in[i] == 0 || in2[i] == 0;
      out[i] = alone ? in[i] | in2[i] : blended(mode, in[i], in2[i], mixed);
    }
    return out;
  }

  /** {@code cs·(1 − αb) + cb·(1 − αs) + αs·αb·B(Cb, Cs)}, of premultiplied {@code cs, cb}. */
  private static int blended(Compositing.Blend mode, int source, int backdrop, double[] mixed) {
    int as = Argb.alpha(source);
    int ab = Argb.alpha(backdrop);
    double[] s = straight(source, as);
    double[] b = straight(backdrop, ab);
    BlendFunctions.mix(mode, b, s, mixed);
    double both = as * ab / 255.0;
    int alpha = as + ab - Argb.by255(as * ab);
    int pixel = alpha << 24;
    for (int c = 0; c < 3; c++) {
      double value = s[c] * (as - both) + b[c] * (ab - both) + mixed[c] * both;
      pixel |= Math.min(alpha, Argb.clamped(value)) << (16 - 8 * c);
    }
    return pixel;
  }

  private static double[] straight(int pixel, int alpha) {
    return new double[] {
      Math.min(1, Argb.red(pixel) / (double) alpha),
      Math.min(1, Argb.green(pixel) / (double) alpha),
      Math.min(1, Argb.blue(pixel) / (double) alpha)
    };
  }
}
