package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.SrgbTransfer;
import java.util.function.DoubleUnaryOperator;

/** What a pixel's numbers mean ({@code color-interpolation-filters}). */
public enum PixelColors {
  SRGB,
  LINEAR_RGB;

  private static final byte[] LINEARISED = table(SrgbTransfer::toLinear);
  private static final byte[] GAMMA_ENCODED = table(SrgbTransfer::toGamma);

  static PixelColors of(boolean linearRgb) {
    return linearRgb ? LINEAR_RGB : SRGB;
  }

  /**
   * What a channel of the other space is in this one, by alpha and the channel, which it is
   * multiplied into: a row of 256 for each alpha.
   */
  byte[] fromOther() {
    return switch (this) {
      case SRGB -> GAMMA_ENCODED;
      case LINEAR_RGB -> LINEARISED;
    };
  }

  /** A value of sRGB, 0 to 1, in this space. */
  double fromSrgb(double value) {
    return switch (this) {
      case SRGB -> value;
      case LINEAR_RGB -> SrgbTransfer.toLinear(value);
    };
  }

  private static byte[] table(DoubleUnaryOperator function) {
    byte[] table = new byte[256 * 256];
    for (int alpha = 1; alpha < 256; alpha++) {
      for (int channel = 0; channel < 256; channel++) {
        double straight = Math.min(1, channel / (double) alpha);
        table[(alpha << 8) | channel] = (byte) Math.round(alpha * function.applyAsDouble(straight));
      }
    }
    return table;
  }
}
