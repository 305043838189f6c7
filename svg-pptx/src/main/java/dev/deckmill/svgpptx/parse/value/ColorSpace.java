package dev.deckmill.svgpptx.parse.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Colour spaces (CSS Color 4 §7 to §10), with components as CSS writes their numbers; the first
 * three of an array, whatever is behind them.
 */
enum ColorSpace {
  SRGB("rgb", 0.01, 0.01, 0.01),
  SRGB_LINEAR("rgb", 0.01, 0.01, 0.01),
  DISPLAY_P3("rgb", 0.01, 0.01, 0.01),
  A98_RGB("rgb", 0.01, 0.01, 0.01),
  PROPHOTO_RGB("rgb", 0.01, 0.01, 0.01),
  REC2020("rgb", 0.01, 0.01, 0.01),
  XYZ("xyz", 0.01, 0.01, 0.01),
  XYZ_D65("xyz", 0.01, 0.01, 0.01),
  XYZ_D50("xyz", 0.01, 0.01, 0.01),
  LAB("lab", 1, 1.25, 1.25),
  OKLAB("lab", 0.01, 0.004, 0.004),
  LCH("lch", 1, 1.5, 1),
  OKLCH("lch", 0.01, 0.004, 1),
  HSL("hsl", 1, 1, 1),
  HWB("hwb", 1, 1, 1);

  private final String cssName = name().toLowerCase(Locale.ROOT).replace('_', '-');
  private final String channels;
  private final double onePercentOfFirst;
  private final double onePercentOfSecond;
  private final double onePercentOfThird;

  ColorSpace(
      String channels,
      double onePercentOfFirst,
      double onePercentOfSecond,
      double onePercentOfThird) {
    this.channels = channels;
    this.onePercentOfFirst = onePercentOfFirst;
    this.onePercentOfSecond = onePercentOfSecond;
    this.onePercentOfThird = onePercentOfThird;
  }

  static @Nullable ColorSpace named(String lowerCaseName) {
    for (ColorSpace space : values()) {
      if (space.cssName.equals(lowerCaseName)) {
        return space;
      }
    }
    return null;
  }

  /** Whether {@code color()} takes it (§10.1). */
  boolean isPredefined() {
    return compareTo(LAB) < 0;
  }

  /** What relative colours call a component (CSS Color 5 §4). */
  String channel(int i) {
    return channels.substring(i, i + 1);
  }

  /** How much of a component one percent is. */
  double onePercent(int i) {
    return i == 0 ? onePercentOfFirst : i == 1 ? onePercentOfSecond : onePercentOfThird;
  }

  /** Which component is the hue, in degrees; -1: none. */
  int hue() {
    return switch (this) {
      case HSL, HWB -> 0;
      case LCH, OKLCH -> 2;
      case SRGB,
          SRGB_LINEAR,
          DISPLAY_P3,
          A98_RGB,
          PROPHOTO_RGB,
          REC2020,
          XYZ,
          XYZ_D65,
          XYZ_D50,
          LAB,
          OKLAB ->
          -1;
    };
  }

  Srgb toSrgb(double[] c, double alpha) {
    return switch (this) {
      case SRGB -> new Srgb(c[0], c[1], c[2], alpha);
      case HSL -> ColorSpaces.hsl(c[0], c[1] / 100, c[2] / 100, alpha);
      case HWB -> ColorSpaces.hwb(c[0], c[1] / 100, c[2] / 100, alpha);
      case LAB -> ColorSpaces.lab(c[0], c[1], c[2], alpha);
      case OKLAB -> ColorSpaces.oklab(c[0], c[1], c[2], alpha);
      case LCH -> polar(LAB, c, alpha);
      case OKLCH -> polar(OKLAB, c, alpha);
      case SRGB_LINEAR, DISPLAY_P3, A98_RGB, PROPHOTO_RGB, REC2020, XYZ, XYZ_D65, XYZ_D50 ->
          RgbSpaces.toSrgb(this, c, alpha);
    };
  }

  private static Srgb polar(ColorSpace space, double[] c, double alpha) {
    double chroma = Math.max(0, c[1]);
    double radians = Math.toRadians(c[2]);
    return space.toSrgb(
        new double[] {c[0], chroma * Math.cos(radians), chroma * Math.sin(radians)}, alpha);
  }

  /** The components of a colour. */
  double[] of(Srgb color) {
    return switch (this) {
      case SRGB -> new double[] {color.r(), color.g(), color.b()};
      case HSL -> ColorSpaces.toHsl(color);
      case HWB -> ColorSpaces.toHwb(color);
      case LAB -> ColorSpaces.toLab(RgbSpaces.of(XYZ_D50, color));
      case OKLAB -> ColorSpaces.toOklab(RgbSpaces.of(SRGB_LINEAR, color));
      case LCH -> polar(LAB.of(color));
      case OKLCH -> polar(OKLAB.of(color));
      case SRGB_LINEAR, DISPLAY_P3, A98_RGB, PROPHOTO_RGB, REC2020, XYZ, XYZ_D65, XYZ_D50 ->
          RgbSpaces.of(this, color);
    };
  }

  private static double[] polar(double[] lab) {
    double hue = Math.toDegrees(Math.atan2(lab[2], lab[1]));
    return new double[] {lab[0], Math.hypot(lab[1], lab[2]), hue < 0 ? hue + 360 : hue};
  }

  /** Whether a colour is so grey that its hue means nothing (§4.4.1). */
  boolean isGrey(double[] c) {
    return switch (this) {
      case HSL -> c[1] < 1e-3;
      case HWB -> c[1] + c[2] > 99.999;
      case LCH -> c[1] < 1.5e-3;
      case OKLCH -> c[1] < 4e-5;
      case SRGB,
          SRGB_LINEAR,
          DISPLAY_P3,
          A98_RGB,
          PROPHOTO_RGB,
          REC2020,
          XYZ,
          XYZ_D65,
          XYZ_D50,
          LAB,
          OKLAB ->
          false;
    };
  }
}
