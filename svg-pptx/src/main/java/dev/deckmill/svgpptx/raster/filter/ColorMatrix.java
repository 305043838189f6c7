package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.FilterPrimitive;
import java.util.List;

/** {@code feColorMatrix} (Filter Effects 1 §9.6): of colours that alpha isn't multiplied into. */
final class ColorMatrix {
  private static final int VALUES = 20;

  private final double[] m;

  private ColorMatrix(double[] m) {
    this.m = m;
  }

  /** With values that the type doesn't take so many of, everything stays as it is. */
  static ColorMatrix of(FilterPrimitive.ColorMatrix p) {
    List<Double> values = p.values();
    return new ColorMatrix(
        switch (p.type()) {
          case MATRIX -> values.size() == VALUES ? array(values) : saturate(1);
          case SATURATE -> saturate(values.size() == 1 ? values.get(0) : 1);
          case HUE_ROTATE -> hueRotate(values.size() == 1 ? values.get(0) : 0);
          case LUMINANCE_TO_ALPHA ->
              new double[] {
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.2125, 0.7154, 0.0721, 0, 0
              };
        });
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] saturate(double s) {
    return new double[] {
      0.213 + 0.787 * s,
      0.715 - 0.715 * s,
      0.072 - 0.072 * s,
      0,
      0,
      0.213 - 0.213 * s,
      0.715 + 0.285 * s,
      0.072 - 0.072 * s,
      0,
      0,
      0.213 - 0.213 * s,
      0.715 - 0.715 * s,
      0.072 + 0.928 * s,
      0,
      0,
      0,
      0,
      0,
      1,
      0
    };
  }

  private static double[] hueRotate(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double[] m = saturate(0);
    double[] ofCos = {0.787, -0.715, -0.072, -0.213, 0.285, -0.072, -0.213, -0.715, 0.928};
    double[] ofSin = {-0.213, -0.715, 0.928, 0.143, 0.140, -0.283, -0.787, 0.715, 0.072};
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        m[5 * row + column] += cos * ofCos[3 * row + column] + sin * ofSin[3 * row + column];
      }
    }
    return m;
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
