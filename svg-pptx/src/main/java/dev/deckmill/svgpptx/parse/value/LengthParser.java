package dev.deckmill.svgpptx.parse.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lengths, percentages and {@code calc()} (CSS Values 4 §5, §6, §10) to user units. */
public final class LengthParser {
  /** User units in an inch and in a point (CSS Values 4 §6.2). */
  static final double IN = 96;

  static final double PT = IN / 72;

  private LengthParser() {}

  /**
   * The length in user units.
   *
   * @param percentBase what 100 % is; NaN where percentages aren't allowed
   * @param fallback the answer where the text is missing or not a length
   */
  public static double parse(
      @Nullable String text, Units units, double percentBase, double fallback) {
    if (text == null) {
      return fallback;
    }
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    double value = next(in, units, percentBase);
    in.skipSpace();
    return in.atEnd() && Double.isFinite(value) ? value : fallback;
  }

  /** The length at the cursor; NaN where there is none. */
  public static double next(ValueReader in, Units units, double percentBase) {
    double value = in.number();
    if (!Double.isNaN(value)) {
      char c = in.peek();
      if (c == 0 || c == ' ' || c == ',') {
        return value;
      }
      if (in.take('%')) {
        return value * percentBase / 100;
      }
      return value * units.of(lower(in.word()));
    }
    // infinity is as far as lengths go (CSS Values 4 §10.9.2): calc(infinity * 1px) rounds all
    // corners
    return ValueReader.clamp(MathExpression.at(in, new Terms(units, percentBase)));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** What is in a calculation. */
  private record Terms(Units units, double percentBase) implements MathExpression.Terms {
    @Override
    public double unit(String unit) {
      return units.of(unit);
    }

    @Override
    public double onePercent() {
      return percentBase / 100;
    }
  }
}
