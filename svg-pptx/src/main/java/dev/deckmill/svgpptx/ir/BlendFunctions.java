package dev.deckmill.svgpptx.ir;

import dev.deckmill.svgpptx.ir.Compositing.Blend;

/** {@code B(Cb, Cs)} of CSS Compositing 1 §10; colours are 0 to 1. */
public final class BlendFunctions {
  private BlendFunctions() {}

  /**
   * Blends one opaque colour into another.
   *
   * @param b the backdrop: red, green and blue
   * @param s the source
   * @param out receives the result; neither of the others
   */
  public static void mix(Blend mode, double[] b, double[] s, double[] out) {
    switch (mode) {
      case HUE -> {
        saturated(s, saturation(b), out);
        lit(out, luminosity(b));
      }
      case SATURATION -> {
        saturated(b, saturation(s), out);
        lit(out, luminosity(b));
      }
      case COLOR -> {
        System.arraycopy(s, 0, out, 0, 3);
        lit(out, luminosity(b));
      }
      case LUMINOSITY -> {
        System.arraycopy(b, 0, out, 0, 3);
        lit(out, luminosity(s));
      }
      case NORMAL,
          MULTIPLY,
          SCREEN,
          OVERLAY,
          DARKEN,
          LIGHTEN,
          COLOR_DODGE,
          COLOR_BURN,
          HARD_LIGHT,
          SOFT_LIGHT,
          DIFFERENCE,
          EXCLUSION -> {
        for (int i = 0; i < 3; i++) {
          out[i] = channel(mode, b[i], s[i]);
        }
      }
    }
  }

  /** One channel of a separable mode. */
  private static double channel(Blend mode, double b, double s) {
    return switch (mode) {
      case MULTIPLY -> b * s;
      case SCREEN -> b + s - b * s;
      case OVERLAY -> hardLight(s, b);
      case DARKEN -> Math.min(b, s);
      case LIGHTEN -> Math.max(b, s);
      case COLOR_DODGE -> b == 0 ? 0 : s >= 1 ? 1 : Math.min(1, b / (1 - s));
      case COLOR_BURN -> b >= 1 ? 1 : s <= 0 ? 0 : 1 - Math.min(1, (1 - b) / s);
      case HARD_LIGHT -> hardLight(b, s);
      case SOFT_LIGHT -> softLight(b, s);
      case DIFFERENCE -> Math.abs(b - s);
      case EXCLUSION -> b + s - 2 * b * s;
      case NORMAL, HUE, SATURATION, COLOR, LUMINOSITY -> s;
    };
  }

  private static double hardLight(double b, double s) {
    return s <= 0.5 ? b * 2 * s : b + (2 * s - 1) - b * (2 * s - 1);
  }

  private static double softLight(double b, double s) {
    if (s <= 0.5) {
      return b - (1 - 2 * s) * b * (1 - b);
    }
    double d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
    return b + (2 * s - 1) * (d - b);
  }

  private static double luminosity(double[] c) {
    return 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2];
  }

  private static double saturation(double[] c) {
    return most(c) - least(c);
  }

  private static double most(double[] c) {
    return Math.max(c[0], Math.max(c[1], c[2]));
  }

  private static double least(double[] c) {
    return Math.min(c[0], Math.min(c[1], c[2]));
  }

  /** {@code SetSat}. */
  private static void saturated(double[] c, double saturation, double[] out) {
    double least = least(c);
    double range = most(c) - least;
    for (int i = 0; i < 3; i++) {
      out[i] = range == 0 ? 0 : (c[i] - least) * saturation / range;
    }
  }

  /** {@code SetLum} with {@code ClipColor}. */
  private static void lit(double[] c, double luminosity) {
    double more = luminosity - luminosity(c);
    for (int i = 0; i < 3; i++) {
      c[i] += more;
    }
    double l = luminosity(c);
    double least = least(c);
    double most = most(c);
    for (int i = 0; i < 3; i++) {
      if (least < 0) {
        c[i] = l + (c[i] - l) * l / (l - least);
      }
      if (most > 1) {
        c[i] = l + (c[i] - l) * (1 - l) / (most - l);
      }
    }
  }
}
