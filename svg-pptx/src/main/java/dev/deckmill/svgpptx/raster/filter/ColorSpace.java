package dev.deckmill.svgpptx.raster.filter;

/** What a pixel's numbers mean ({@code color-interpolation-filters}). */
public enum ColorSpace {
  SRGB,
  LINEAR_RGB;

  private static final int[] LINEARISED = table(ColorSpace::linearised);
  private static final int[] GAMMA_ENCODED = table(ColorSpace::gammaEncoded);

  static ColorSpace of(boolean linearRgb) {
    return linearRgb ? LINEAR_RGB : SRGB;
  }

  /** What each of 256 values of the other space is in this one. */
  int[] fromOther() {
    return switch (this) {
      case SRGB -> GAMMA_ENCODED;
      case LINEAR_RGB -> LINEARISED;
    };
  }

  /** A value of sRGB, 0 to 1, in this space. */
  double fromSrgb(double value) {
    return switch (this) {
      case SRGB -> value;
      case LINEAR_RGB -> linearised(value);
    };
  }

  private static double linearised(double srgb) {
    return srgb <= 0.04045 ? srgb / 12.92 : Math.pow((srgb + 0.055) / 1.055, 2.4);
  }

  private static double gammaEncoded(double linear) {
    return linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }

  private static int[] table(java.util.function.DoubleUnaryOperator function) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (int) Math.round(255 * function.applyAsDouble(i / 255.0));
    }
    return table;
  }
}
