package dev.deckmill.svgpptx.parse.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a colour function: three components and perhaps an alpha, in the old form with
 * commas or the new one without (CSS Color 4 §4.1), or made of another colour's (CSS Color 5 §4).
 */
final class ColorComponents {
  private final ValueReader in;
  private final ColorSpace space;
  private final double unit;
  private final double @Nullable [] origin;
  private final double originAlpha;
  private final double[] values = new double[4];
  private final boolean[] percent = new boolean[4];
  private boolean commas;

  /**
   * @param bytes whether numbers count to 255, as those of {@code rgb()}
   * @param origin the colour that component names refer to, or null
   */
  ColorComponents(ValueReader in, ColorSpace space, boolean bytes, @Nullable Srgb origin) {
    this.in = in;
    this.space = space;
    this.unit = bytes ? 255 : 1;
    this.origin = origin == null ? null : space.of(origin);
    this.originAlpha = origin == null ? 1 : origin.alpha();
  }

  /** The colour, the cursor behind the closing bracket; null where there is none. */
  @Nullable Srgb color() {
    values[3] = originAlpha;
    if (!all() || (commas && isMixed())) {
      return null;
    }
    for (int i = 0; i < 3; i++) {
      values[i] = percent[i] ? values[i] * space.onePercent(i) : values[i] / unit;
    }
    double alpha = Math.clamp(percent[3] ? values[3] / 100 : values[3], 0, 1);
    return space.toSrgb(values, alpha);
  }

  /** With commas, components are all numbers or all percentages, but for a hue (§7.1). */
  private boolean isMixed() {
    return percent[1] != percent[2]
        || (unit == 255 ? percent[0] != percent[1] : space == ColorSpace.HSL && !percent[1]);
  }

  private boolean all() {
    in.skipSpace();
    for (int i = 0; i < 4; i++) {
      if (!component(i)) {
        return false;
      }
      in.skipSpace();
      if (i >= 2 && in.take(')')) {
        return true;
      }
      if (!separated(i)) {
        return false;
      }
      in.skipSpace();
    }
    return false;
  }

  /** Commas everywhere, or only a slash before the alpha. */
  private boolean separated(int i) {
    boolean comma = in.take(',');
    if (i > 0 && comma != commas) {
      return false;
    }
    commas = comma;
    return comma || i < 2 || in.take('/');
  }

  private boolean component(int i) {
    double value = in.number();
    percent[i] = false;
    if (Double.isNaN(value)) {
      return word(i);
    }
    if (in.take('%')) {
      percent[i] = true;
    } else {
      value *= TransformParser.degrees(in.word());
    }
    values[i] = value;
    return !Double.isNaN(value);
  }

  /** {@code none}, the name of a component, or a calculation with such names. */
  private boolean word(int i) {
    int start = in.position();
    String word = in.word().toLowerCase(Locale.ROOT);
    if (word.equals("none")) {
      values[i] = 0;
      return true;
    }
    if (in.peek() == '(') {
      in.moveTo(start);
      values[i] = MathExpression.at(in, new Terms(i));
    } else {
      values[i] = channel(word);
    }
    return Double.isFinite(values[i]);
  }

  private double channel(String name) {
    if (origin == null) {
      return Double.NaN;
    }
    if (name.equals("alpha")) {
      return originAlpha;
    }
    for (int i = 0; i < 3; i++) {
      if (space.channel(i).equals(name)) {
        return origin[i] * unit;
      }
    }
    return Double.NaN;
  }

  /** What words and units are in the calculation of a component. */
  private final class Terms implements MathExpression.Terms {
    private final int index;

    Terms(int index) {
      this.index = index;
    }

    @Override
    public double unit(String unit) {
      return TransformParser.degrees(unit);
    }

    @Override
    public double onePercent() {
      return index == 3 ? 0.01 : space.onePercent(index) * unit;
    }

    @Override
    public double word(String name) {
      return channel(name);
    }
  }
}
