package dev.deckmill.svgpptx.parse.value;

/** The spaces that describe a colour as people do, to sRGB and back (CSS Color 4 §7 to §9, §17). */
final class ColorSpaces {
  private static final double KAPPA = 903.2962962;
  private static final double D50_X = 0.9642956;
  private static final double D50_Z = 0.8251046;

  private ColorSpaces() {}

  /** Hue in degrees, the others 0 to 1 (§7.1). */
  static Srgb hsl(double hue, double saturation, double lightness, double alpha) {
    double s = Math.clamp(saturation, 0, 1);
    double l = Math.clamp(lightness, 0, 1);
    double a = s * Math.min(l, 1 - l);
    return new Srgb(
        hslChannel(hue, 0, l, a), hslChannel(hue, 8, l, a), hslChannel(hue, 4, l, a), alpha);
  }

  private static double hslChannel(double hue, int n, double l, double a) {
    double k = (n + hue / 30) % 12;
    if (k < 0) {
      k += 12;
    }
    return l - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
  }

  /** Hue in degrees, saturation and lightness in percent. */
  static double[] toHsl(Srgb color) {
    double most = Math.max(color.r(), Math.max(color.g(), color.b()));
    double least = Math.min(color.r(), Math.min(color.g(), color.b()));
    double span = most - least;
    double lightness = (most + least) / 2;
    double edge = Math.min(lightness, 1 - lightness);
    double saturation = span == 0 || edge <= 0 ? 0 : (most - lightness) / edge;
    return new double[] {hue(color, most, span), 100 * saturation, 100 * lightness};
  }

  private static double hue(Srgb c, double most, double span) {
    if (span == 0) {
      return 0;
    }
    double sixth =
        most == c.r()
            ? (c.g() - c.b()) / span + (c.g() < c.b() ? 6 : 0)
            : most == c.g() ? (c.b() - c.r()) / span + 2 : (c.r() - c.g()) / span + 4;
    return 60 * sixth;
  }

  /** Hue in degrees, the others 0 to 1 (§8.1). */
  static Srgb hwb(double hue, double white, double black, double alpha) {
    double w = Math.max(0, white);
    double k = Math.max(0, black);
    if (w + k >= 1) {
      double gray = w / (w + k);
      return new Srgb(gray, gray, gray, alpha);
    }
    double span = 1 - w - k;
    return new Srgb(
        hslChannel(hue, 0, 0.5, 0.5) * span + w,
        hslChannel(hue, 8, 0.5, 0.5) * span + w,
        hslChannel(hue, 4, 0.5, 0.5) * span + w,
        alpha);
  }

  /** Hue in degrees, whiteness and blackness in percent. */
  static double[] toHwb(Srgb color) {
    double most = Math.max(color.r(), Math.max(color.g(), color.b()));
    double least = Math.min(color.r(), Math.min(color.g(), color.b()));
    return new double[] {hue(color, most, most - least), 100 * least, 100 * (1 - most)};
  }

  /** CIE Lab of D50; lightness 0 to 100 (§9.3). */
  static Srgb lab(double lightness, double a, double b, double alpha) {
    double l = Math.clamp(lightness, 0, 100);
    double fy = (l + 16) / 116;
    double x = labInverse(fy + a / 500) * D50_X;
    double y = l > 8 ? fy * fy * fy : l / KAPPA;
    double z = labInverse(fy - b / 200) * D50_Z;
    return ColorSpace.XYZ_D50.toSrgb(new double[] {x, y, z}, alpha);
  }

  private static double labInverse(double f) {
    double cube = f * f * f;
    return cube > 216.0 / 24389 ? cube : (116 * f - 16) / KAPPA;
  }

  /** CIE XYZ of D50 to Lab. */
  static double[] toLab(double[] xyz) {
    double fx = labForward(xyz[0] / D50_X);
    double fy = labForward(xyz[1]);
    double fz = labForward(xyz[2] / D50_Z);
    return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
  }

  private static double labForward(double v) {
    return v > 216.0 / 24389 ? Math.cbrt(v) : (KAPPA * v + 16) / 116;
  }

  /** Lightness 0 to 1 (§9.4). */
  static Srgb oklab(double lightness, double a, double b, double alpha) {
    double base = Math.clamp(lightness, 0, 1);
    double l = cube(base + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(base - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(base - 0.0894841775 * a - 1.2914855480 * b);
    double[] linear = {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
    return ColorSpace.SRGB_LINEAR.toSrgb(linear, alpha);
  }

  private static double cube(double v) {
    return v * v * v;
  }

  /** Linear sRGB to OKLab. */
  static double[] toOklab(double[] c) {
    double l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
    double m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
    double s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }
}
