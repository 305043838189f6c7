package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive.Composite;

/** {@code feComposite} (Filter Effects 1 §9.8) and {@code feMerge}: Porter and Duff's operators. */
final class Compositor {
  private Compositor() {}

  static int[] composed(Composite p, int[] in, int[] in2) {
    int[] out = new int[in.length];
    for (int i = 0; i < out.length; i++) {
      int a = in[i];
      int b = in2[i];
      out[i] =
          switch (p.operator()) {
            case OVER -> Argb.over(a, b);
            case IN -> Argb.scaled(a, Argb.alpha(b));
            case OUT -> Argb.scaled(a, 255 - Argb.alpha(b));
            case ATOP -> both(a, Argb.alpha(b), b, 255 - Argb.alpha(a));
            case XOR -> both(a, 255 - Argb.alpha(b), b, 255 - Argb.alpha(a));
            case LIGHTER -> both(a, 255, b, 255);
            case ARITHMETIC -> arithmetic(p.k(), a, b);
          };
    }
    return out;
  }

  /** The sum of two pixels, each times its factor of 255. */
  private static int both(int a, int factorOfA, int b, int factorOfB) {
    return Argb.of(
        sum(Argb.alpha(a), factorOfA, Argb.alpha(b), factorOfB),
        sum(Argb.red(a), factorOfA, Argb.red(b), factorOfB),
        sum(Argb.green(a), factorOfA, Argb.green(b), factorOfB),
        sum(Argb.blue(a), factorOfA, Argb.blue(b), factorOfB));
  }

  private static int sum(int a, int factorOfA, int b, int factorOfB) {
    return Math.min(255, Argb.by255(a * factorOfA) + Argb.by255(b * factorOfB));
  }

  /** Of premultiplied values; no colour is above its alpha. */
  private static int arithmetic(Composite.Factors k, int a, int b) {
    int alpha = arithmetic(k, Argb.alpha(a), Argb.alpha(b), 255);
    return Argb.of(
        alpha,
        arithmetic(k, Argb.red(a), Argb.red(b), alpha),
        arithmetic(k, Argb.green(a), Argb.green(b), alpha),
        arithmetic(k, Argb.blue(a), Argb.blue(b), alpha));
  }

  private static int arithmetic(Composite.Factors k, int a, int b, int most) {
    double value = k.k1() * a * b / 255 + k.k2() * a + k.k3() * b + k.k4() * 255;
    return Math.min(most, Argb.clamped(value));
  }

  /** Lays one picture over another. */
  static int[] over(int[] above, int[] below) {
    int[] out = new int[above.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = Argb.over(above[i], below[i]);
    }
    return out;
  }
}
