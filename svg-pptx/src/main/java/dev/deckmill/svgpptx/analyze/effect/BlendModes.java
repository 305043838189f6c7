package dev.deckmill.svgpptx.analyze.effect;

import dev.deckmill.svgpptx.ir.Compositing.Blend;
import dev.deckmill.svgpptx.ir.Rgba;

/** The arithmetic of blend modes (CSS Compositing 1 §10), for an opaque backdrop. */
final class BlendModes {
  private BlendModes() {}

  /** The colour that is seen where {@code source} is blended with an opaque backdrop. */
  static Rgba blended(Blend mode, Rgba source, Rgba backdrop) {
    double[] s = channels(source);
    double[] b = channels(backdrop);
    double[] mixed = mixed(mode, b, s);
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      double channel = b[i] + (mixed[i] - b[i]) * source.alpha();
      rgb = rgb << 8 | (int) Math.round(255 * Math.max(0, Math.min(1, channel)));
    }
    return new Rgba(rgb, 1);
  }

  private static double[] channels(Rgba color) {
    return new double[] {
      (color.rgb() >> 16 & 0xff) / 255.0,
      (color.rgb() >> 8 & 0xff) / 255.0,
      (color.rgb() & 0xff) / 255.0
    };
  }

  private static double[] mixed(Blend mode, double[] b, double[] s) {
    return switch (mode) {
      case HUE -> withLight(withSaturation(s, saturation(b)), light(b));
      case SATURATION -> withLight(withSaturation(b, saturation(s)), light(b));
      case COLOR -> withLight(s, light(b));
      case LUMINOSITY -> withLight(b, light(s));
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
          EXCLUSION ->
          new double[] {
            channel(mode, b[0], s[0]), channel(mode, b[1], s[1]), channel(mode, b[2], s[2])
          };
    };
  }

  private static double channel(Blend mode, double b, double s) {
    return switch (mode) {
      case NORMAL, HUE, SATURATION, COLOR, LUMINOSITY -> s;
      case MULTIPLY -> b * s;
      case SCREEN -> b + s - b * s;
      case OVERLAY -> channel(Blend.HARD_LIGHT, s, b);
      case DARKEN -> Math.min(b, s);
      case LIGHTEN -> Math.max(b, s);
      case COLOR_DODGE -> b == 0 ? 0 : s == 1 ? 1 : Math.min(1, b / (1 - s));
      case COLOR_BURN -> b == 1 ? 1 : s == 0 ? 0 : 1 - Math.min(1, (1 - b) / s);
      case HARD_LIGHT -> s <= 0.5 ? b * 2 * s : channel(Blend.SCREEN, b, 2 * s - 1);
      case SOFT_LIGHT -> softLight(b, s);
      case DIFFERENCE -> Math.abs(b - s);
      case EXCLUSION -> b + s - 2 * b * s;
    };
  }

  private static double softLight(double b, double s) {
    if (s <= 0.5) {
      return b - (1 - 2 * s) * b * (1 - b);
    }
    double d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : Math.sqrt(b);
    return b + (2 * s - 1) * (d - b);
  }

  private static double light(double[] c) {
    return 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2];
  }

  private static double least(double[] c) {
    return Math.min(c[0], Math.min(c[1], c[2]));
  }

  private static double most(double[] c) {
    return Math.max(c[0], Math.max(c[1], c[2]));
  }

  private static double saturation(double[] c) {
    return most(c) - least(c);
  }

  private static double[] withSaturation(double[] c, double saturation) {
    double low = least(c);
    double span = most(c) - low;
    double[] result = new double[3];
    for (int i = 0; i < 3 && span > 0; i++) {
      result[i] = (c[i] - low) / span * saturation;
    }
    return result;
  }

  private static double[] withLight(double[] c, double light) {
    double[] result = c.clone();
    double by = light - light(c);
    for (int i = 0; i < 3; i++) {
      result[i] += by;
    }
    double low = least(result);
    double high = most(result);
    for (int i = 0; i < 3; i++) {
      if (low < 0) {
        result[i] = light + (result[i] - light) * light / (light - low);
      }
      if (high > 1) {
        result[i] = light + (result[i] - light) * (1 - light) / (high - light);
      }
    }
    return result;
  }
}
