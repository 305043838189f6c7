package dev.deckmill.svgpptx.parse.value;

import org.jspecify.annotations.Nullable;

/** {@code color-mix()} (CSS Color 5 §3) and its interpolation (CSS Color 4 §12). */
final class ColorMix {
  private final ColorSpace space;
  private final String hueWay;

  /**
   * @param hueWay shorter, longer, increasing or decreasing (§12.4)
   */
  ColorMix(ColorSpace space, String hueWay) {
    this.space = space;
    this.hueWay = hueWay;
  }

  /**
   * The mixture.
   *
   * @param first percent of the first; NaN where it is left out
   * @param second percent of the second; NaN where it is left out
   */
  @Nullable Srgb of(Srgb a, double first, Srgb b, double second) {
    double p1 = Double.isNaN(first) ? Double.isNaN(second) ? 50 : 100 - second : first;
    double p2 = Double.isNaN(second) ? 100 - p1 : second;
    double sum = p1 + p2;
    if (!(p1 >= 0 && p2 >= 0 && p1 <= 100 && p2 <= 100 && sum > 0)) {
      return null;
    }
    Srgb mixed = mixed(a, b, p2 / sum);
    return sum < 100 ? mixed.withAlpha(mixed.alpha() * sum / 100) : mixed;
  }

  private Srgb mixed(Srgb a, Srgb b, double share) {
    double[] from = space.of(a);
    double[] to = space.of(b);
    int hue = space.hue();
    if (hue >= 0) {
      from[hue] = space.isGrey(from) ? to[hue] : from[hue];
      to[hue] = space.isGrey(to) ? from[hue] : to[hue];
    }
    double alpha = a.alpha() + (b.alpha() - a.alpha()) * share;
    double[] result = new double[3];
    for (int i = 0; i < 3; i++) {
      if (i == hue) {
        result[i] = from[i] + turn(to[i] - from[i]) * share;
      } else {
        double sum = from[i] * a.alpha() * (1 - share) + to[i] * b.alpha() * share;
        result[i] = alpha == 0 ? from[i] : sum / alpha; // components count by their alpha (§12.3)
      }
    }
    return space.toSrgb(result, alpha);
  }

  private double turn(double difference) {
    double d = difference % 360;
    return switch (hueWay) {
      case "longer" -> d > 0 && d < 180 ? d - 360 : d > -180 && d <= 0 ? d + 360 : d;
      case "increasing" -> d < 0 ? d + 360 : d;
      case "decreasing" -> d > 0 ? d - 360 : d;
      default -> d > 180 ? d - 360 : d < -180 ? d + 360 : d;
    };
  }
}
