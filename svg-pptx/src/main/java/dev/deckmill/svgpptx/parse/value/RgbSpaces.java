package dev.deckmill.svgpptx.parse.value;

import dev.deckmill.svgpptx.ir.SrgbTransfer;

/** The predefined spaces of {@code color()} (CSS Color 4 §10, §17), by way of CIE XYZ of D65. */
final class RgbSpaces {
  private static final double[] SRGB = {
    0.4123908, 0.3575843, 0.1804808, 0.2126390, 0.7151687, 0.0721923, 0.0193308, 0.1191948,
    0.9505322
  };
  private static final double[] SRGB_BACK = {
    3.2409699,
    -1.5373832,
    -0.4986108,
    -0.9692436,
    1.8759675,
    0.0415551,
    0.0556301,
    -0.2039770,
    1.0569715
  };
  private static final double[] P3 = {
    0.4865709, 0.2656677, 0.1982173, 0.2289746, 0.6917385, 0.0792869, 0, 0.0451134, 1.0439444
  };
  private static final double[] A98 = {
    0.5766690, 0.1855582, 0.1882286, 0.2973450, 0.6273636, 0.0752915, 0.0270314, 0.0706889,
    0.9913375
  };
  private static final double[] REC2020 = {
    0.6369580, 0.1446169, 0.1688810, 0.2627002, 0.6779981, 0.0593017, 0, 0.0280727, 1.0609851
  };
  private static final double[] PROPHOTO_D50 = {
    0.7977605, 0.1351859, 0.0313493, 0.2880711, 0.7118432, 0.0000857, 0, 0, 0.8251046
  };

  /** Bradford adaptation (§17). */
  private static final double[] D50_TO_D65 = {
    0.9554734,
    -0.0230985,
    0.0632593,
    -0.0283697,
    1.0099954,
    0.0210414,
    0.0123140,
    -0.0205077,
    1.3303659
  };

  private static final double[] D65_TO_D50 = {
    1.0479298,
    0.0229468,
    -0.0501922,
    0.0296278,
    0.9904344,
    -0.0170738,
    -0.0092430,
    0.0150552,
    0.7518743
  };

  private RgbSpaces() {}

  static Srgb toSrgb(ColorSpace space, double[] c, double alpha) {
    double[] linear = space == ColorSpace.SRGB_LINEAR ? c : times(SRGB_BACK, toXyz(space, c));
    return new Srgb(
        SrgbTransfer.toGamma(linear[0]),
        SrgbTransfer.toGamma(linear[1]),
        SrgbTransfer.toGamma(linear[2]),
        alpha);
  }

  private static double[] toXyz(ColorSpace space, double[] c) {
    return switch (space) {
      case XYZ_D50 -> times(D50_TO_D65, c);
      case DISPLAY_P3 -> times(P3, linear(c));
      case A98_RGB -> times(A98, power(c, 563.0 / 256));
      case REC2020 -> times(REC2020, power(c, 2.4));
      case PROPHOTO_RGB -> times(D50_TO_D65, times(PROPHOTO_D50, power(c, 1.8)));
      case SRGB, HSL, HWB, LAB, LCH, OKLAB, OKLCH, SRGB_LINEAR, XYZ, XYZ_D65 -> c;
    };
  }

  static double[] of(ColorSpace space, Srgb color) {
    double[] linear = linear(new double[] {color.r(), color.g(), color.b()});
    if (space == ColorSpace.SRGB_LINEAR) {
      return linear;
    }
    double[] xyz = times(SRGB, linear);
    return switch (space) {
      case XYZ_D50 -> times(D65_TO_D50, xyz);
      case DISPLAY_P3 -> gamma(solved(P3, xyz));
      case A98_RGB -> power(solved(A98, xyz), 256 / 563.0);
      case REC2020 -> power(solved(REC2020, xyz), 1 / 2.4);
      case PROPHOTO_RGB -> power(solved(PROPHOTO_D50, times(D65_TO_D50, xyz)), 1 / 1.8);
      case SRGB, HSL, HWB, LAB, LCH, OKLAB, OKLCH, SRGB_LINEAR, XYZ, XYZ_D65 -> xyz;
    };
  }

  private static double[] times(double[] m, double[] v) {
    return new double[] {
      m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
      m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
      m[6] * v[0] + m[7] * v[1] + m[8] * v[2]
    };
  }

  /** What becomes {@code v} under a matrix (Cramer's rule). */
  private static double[] solved(double[] m, double[] v) {
    double whole = determinant(m);
    double[] solution = new double[3];
    for (int i = 0; i < 3; i++) {
      double[] other = m.clone();
      for (int row = 0; row < 3; row++) {
        other[3 * row + i] = v[row];
      }
      solution[i] = determinant(other) / whole;
    }
    return solution;
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  private static double[] power(double[] c, double exponent) {
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      result[i] = Math.copySign(Math.pow(Math.abs(c[i]), exponent), c[i]);
    }
    return result;
  }

  private static double[] linear(double[] c) {
    return new double[] {
      SrgbTransfer.toLinear(c[0]), SrgbTransfer.toLinear(c[1]), SrgbTransfer.toLinear(c[2])
    };
  }

  private static double[] gamma(double[] c) {
    return new double[] {
      SrgbTransfer.toGamma(c[0]), SrgbTransfer.toGamma(c[1]), SrgbTransfer.toGamma(c[2])
    };
  }
}
