package dev.deckmill.svgpptx.ir;

import java.util.List;

/**
 * The matrices of {@code feColorMatrix} (Filter Effects 1 §9.6): four rows for red, green, blue and
 * alpha, each with a factor for each of them and something that is added.
 */
final class ColorMatrices {
  private static final int VALUES = 20;

  private ColorMatrices() {}

  /** With values that the type doesn't take so many of, everything stays as it is. */
  static double[] of(FilterPrimitive.ColorMatrix.Type type, List<Double> values) {
    return switch (type) {
      case MATRIX ->
          values.size() == VALUES
              ? values.stream().mapToDouble(Double::doubleValue).toArray()
              : saturate(1);
      case SATURATE -> saturate(values.size() == 1 ? values.get(0) : 1);
      case HUE_ROTATE -> hueRotate(values.size() == 1 ? values.get(0) : 0);
      case LUMINANCE_TO_ALPHA -> {
        double[] m = new double[VALUES];
        m[15] = 0.2125;
        m[16] = 0.7154;
        m[17] = 0.0721;
        yield m;
      }
    };
  }

  private static double[] saturate(double s) {
    return colors(
        0.213 + 0.787 * s,
        0.715 - 0.715 * s,
        0.072 - 0.072 * s,
        0.213 - 0.213 * s,
        0.715 + 0.285 * s,
        0.072 - 0.072 * s,
        0.213 - 0.213 * s,
        0.715 - 0.715 * s,
        0.072 + 0.928 * s);
  }

  private static double[] hueRotate(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double[] m = saturate(0);
    double[] ofCos = colors(0.787, -0.715, -0.072, -0.213, 0.285, -0.072, -0.213, -0.715, 0.928);
    double[] ofSin = colors(-0.213, -0.715, 0.928, 0.143, 0.140, -0.283, -0.787, 0.715, 0.072);
    for (int i = 0; i < 15; i++) {
      m[i] += cos * ofCos[i] + sin * ofSin[i];
    }
    return m;
  }

  /** Three rows of three, and alpha as it is. */
  private static double[] colors(double... rows) {
    double[] m = new double[VALUES];
    for (int i = 0; i < 9; i++) {
      m[5 * (i / 3) + i % 3] = rows[i];
    }
    m[18] = 1;
    return m;
  }
}
