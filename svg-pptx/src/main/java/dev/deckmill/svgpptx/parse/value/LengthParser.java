package dev.deckmill.svgpptx.parse.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lengths, percentages and {@code calc()} (CSS Values 4 §5, §6, §10) to user units. */
public final class LengthParser {
  /** User units in an inch and in a point (CSS Values 4 §6.2). */
  static final double IN = 96;

  static final double PT = IN / 72;

  private static final int MOST_NESTING = 32;

  private final ValueReader in;
  private final Units units;
  private final double percentBase;
  private int nesting;

  private LengthParser(ValueReader in, Units units, double percentBase) {
    this.in = in;
    this.units = units;
    this.percentBase = percentBase;
  }

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
    return new LengthParser(in, units, percentBase).function();
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** calc(), min(), max(), clamp() at the cursor; NaN where there is none. */
  private double function() {
    String name = lower(in.word());
    if (++nesting > MOST_NESTING || !in.take('(')) {
      return Double.NaN;
    }
    double result = sum();
    int count = 1;
    double least = result;
    in.skipSpace();
    while (in.take(',')) {
      double next = sum();
      count++;
      result =
          switch (name) {
            case "min" -> Math.min(result, next);
            case "max" -> Math.max(result, next);
            case "clamp" -> count == 2 ? next : Math.max(least, Math.min(result, next));
            default -> Double.NaN;
          };
      in.skipSpace();
    }
    nesting--;
    return in.take(')') && accepts(name, count) ? result : Double.NaN;
  }

  private static boolean accepts(String name, int arguments) {
    return switch (name) {
      case "", "calc" -> arguments == 1;
      case "min", "max" -> true;
      case "clamp" -> arguments == 3;
      default -> false;
    };
  }

  private double sum() {
    double sum = product();
    in.skipSpace();
    while (in.peek() == '+' || in.peek() == '-') {
      boolean plus = in.take('+') || !in.take('-');
      double next = product();
      sum = plus ? sum + next : sum - next;
      in.skipSpace();
    }
    return sum;
  }

  private double product() {
    double product = operand();
    in.skipSpace();
    while (in.peek() == '*' || in.peek() == '/') {
      boolean times = in.take('*') || !in.take('/');
      double next = operand();
      product = times ? product * next : product / next;
      in.skipSpace();
    }
    return product;
  }

  private double operand() {
    in.skipSpace();
    double value = in.number();
    if (Double.isNaN(value)) {
      return function();
    }
    if (in.take('%')) {
      return value * percentBase / 100;
    }
    return value * units.of(lower(in.word()));
  }
}
