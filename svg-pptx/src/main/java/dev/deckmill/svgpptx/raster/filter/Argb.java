package dev.deckmill.svgpptx.raster.filter;

import dev.deckmill.svgpptx.ir.Rgba;

/** A pixel: alpha, red, green and blue, eight bits each; colours are multiplied by alpha. */
final class Argb {
  private Argb() {}

  static int alpha(int pixel) {
    return pixel >>> 24;
  }

  static int red(int pixel) {
    return pixel >> 16 & 0xff;
  }

  static int green(int pixel) {
    return pixel >> 8 & 0xff;
  }

  static int blue(int pixel) {
    return pixel & 0xff;
  }

  static int of(int alpha, int red, int green, int blue) {
    return alpha << 24 | red << 16 | green << 8 | blue;
  }

  /** The nearest whole number to {@code product / 255}, for 0 to 255². */
  static int by255(int product) {
    int rounded = product + 128;
    return (rounded + (rounded >> 8)) >> 8;
  }

  /** A channel that was multiplied by alpha, without it. */
  static int straight(int channel, int alpha) {
    return alpha == 255 || alpha == 0
        ? channel
        : Math.min(255, (channel * 255 + alpha / 2) / alpha);
  }

  /** A pixel of channels that are not yet multiplied by alpha. */
  static int premultiplied(int alpha, int red, int green, int blue) {
    return alpha == 255
        ? of(255, red, green, blue)
        : of(alpha, by255(red * alpha), by255(green * alpha), by255(blue * alpha));
  }

  static int of(Rgba color) {
    int rgb = color.rgb();
    return premultiplied(
        (int) Math.round(color.alpha() * 255), rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** One over the other, by source-over. */
  static int over(int above, int below) {
    int rest = 255 - alpha(above);
    return rest == 0 || below == 0 ? above : above + scaled(below, rest);
  }

  /** All channels times {@code factor / 255}. */
  static int scaled(int pixel, int factor) {
    return of(
        by255(alpha(pixel) * factor),
        by255(red(pixel) * factor),
        by255(green(pixel) * factor),
        by255(blue(pixel) * factor));
  }

  static int clamped(double channel) {
    return channel <= 0 ? 0 : channel >= 255 ? 255 : (int) (channel + 0.5);
  }
}
