package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.Rgba;
import org.jspecify.annotations.Nullable;

/** Colour spaces to sRGB (CSS Color 4 §17); what lies outside is clipped. */
final class ColorSpaces {
  private ColorSpaces() {}

  /** Components 0 to 1. */
  static Rgba srgb(double r, double g, double b, double alpha) {
    return new Rgba(channel(r) << 16 | channel(g) << 8 | channel(b), alpha);
  }

  private static int channel(double value) {
    return (int) Math.round(Math.clamp(value, 0, 1) * 255);
  }

  /** Hue in degrees, the others 0 to 1 (§7.1). */
  static Rgba hsl(double hue, double saturation, double lightness, double alpha) {
    double s = Math.clamp(saturation, 0, 1);
    double l = Math.clamp(lightness, 0, 1);
    double a = s * Math.min(l, 1 - l);
    return srgb(
        hslChannel(hue, 0, l, a), hslChannel(hue, 8, l, a), hslChannel(hue, 4, l, a), alpha);
  }

  private static double hslChannel(double hue, int n, double l, double a) {
    double k = (n + hue / 30) % 12;
    if (k < 0) {
      k += 12;
    }
    return l - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
  }

  /** Hue in degrees, the others 0 to 1 (§8.1). */
  static Rgba hwb(double hue, double white, double black, double alpha) {
    double w = Math.max(0, white);
    double k = Math.max(0, black);
    if (w + k >= 1) {
      double gray = w / (w + k);
      return srgb(gray, gray, gray, alpha);
    }
    double span = 1 - w - k;
    return srgb(
        hslChannel(hue, 0, 0.5, 0.5) * span + w,
        hslChannel(hue, 8, 0.5, 0.5) * span + w,
        hslChannel(hue, 4, 0.5, 0.5) * span + w,
        alpha);
  }

  /** CIE Lab of D50; lightness 0 to 100 (§9.3). */
  static Rgba lab(double lightness, double a, double b, double alpha) {
    double l = Math.clamp(lightness, 0, 100);
    double fy = (l + 16) / 116;
    double x = labInverse(fy + a / 500) * 0.9642956;
    double y = l > 8 ? fy * fy * fy : l / 903.2962962;
    double z = labInverse(fy - b / 200) * 0.8251046;
    // Bradford adaptation from D50 to D65, then XYZ to linear sRGB
    return xyz(
        0.9554734 * x - 0.0230985 * y + 0.0632593 * z,
        -0.0283697 * x + 1.0099954 * y + 0.0210414 * z,
        0.0123140 * x - 0.0205077 * y + 1.3303659 * z,
        alpha);
  }

  private static double labInverse(double f) {
    double cube = f * f * f;
    return cube > 216.0 / 24389 ? cube : (116 * f - 16) / 903.2962962;
  }

  static Rgba lch(double lightness, double chroma, double hue, double alpha) {
    double c = Math.max(0, chroma);
    double radians = Math.toRadians(hue);
    return lab(lightness, c * Math.cos(radians), c * Math.sin(radians), alpha);
  }

  /** Lightness 0 to 1 (§9.4). */
  static Rgba oklab(double lightness, double a, double b, double alpha) {
    double base = Math.clamp(lightness, 0, 1);
    double l = cube(base + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(base - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(base - 0.0894841775 * a - 1.2914855480 * b);
    return linear(
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        alpha);
  }

  private static double cube(double v) {
    return v * v * v;
  }

  static Rgba oklch(double lightness, double chroma, double hue, double alpha) {
    double c = Math.max(0, chroma);
    double radians = Math.toRadians(hue);
    return oklab(lightness, c * Math.cos(radians), c * Math.sin(radians), alpha);
  }

  /** {@code color(space …)} (§10); null where the space is unknown. */
  static @Nullable Rgba predefined(String space, double r, double g, double b, double alpha) {
    return switch (space) {
      case "srgb" -> srgb(r, g, b, alpha);
      case "srgb-linear" -> linear(r, g, b, alpha);
      case "display-p3" -> {
        double lr = toLinear(r);
        double lg = toLinear(g);
        double lb = toLinear(b);
        yield xyz(
            0.4865709 * lr + 0.2656677 * lg + 0.1982173 * lb,
            0.2289746 * lr + 0.6917385 * lg + 0.0792869 * lb,
            0.0451134 * lg + 1.0439444 * lb,
            alpha);
      }
      case "xyz", "xyz-d65" -> xyz(r, g, b, alpha);
      default -> null;
    };
  }

  /** CIE XYZ of D65. */
  private static Rgba xyz(double x, double y, double z, double alpha) {
    return linear(
        3.2409699 * x - 1.5373832 * y - 0.4986108 * z,
        -0.9692436 * x + 1.8759675 * y + 0.0415551 * z,
        0.0556301 * x - 0.2039770 * y + 1.0569715 * z,
        alpha);
  }

  private static Rgba linear(double r, double g, double b, double alpha) {
    return srgb(toGamma(r), toGamma(g), toGamma(b), alpha);
  }

  private static double toGamma(double v) {
    return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
  }

  private static double toLinear(double v) {
    double magnitude = Math.abs(v);
    double linear =
        magnitude <= 0.04045 ? magnitude / 12.92 : Math.pow((magnitude + 0.055) / 1.055, 2.4);
    return Math.copySign(linear, v);
  }
}
