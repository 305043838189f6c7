package dev.deckmill.svgpptx.parse.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Math functions (CSS Values 4 §10): sums and products in brackets, and all functions of numbers.
 * What is not understood makes the whole of it NaN.
 */
final class MathExpression {
  private static final int MOST_NESTING = 32;

  /** What gives an angle. */
  private static final Set<String> ANGLES = Set.of("asin", "acos", "atan", "atan2");

  /** What the terms are that aren't plain numbers. */
  interface Terms {
    /** One of a unit, in lower case; 1 for the empty one, NaN where it is unknown. */
    double unit(String unit);

    /** What 1 % is; NaN where there are no percentages. */
    double onePercent();

    /** What a word in lower case stands for; NaN where it is unknown. */
    default double word(String name) {
      return Double.NaN;
    }
  }

  private final ValueReader in;
  private final Terms terms;
  private int nesting;

  /** Whether an angle has been read: a number is one in radians only where none is (§10.4). */
  private boolean hasAngle;

  private MathExpression(ValueReader in, Terms terms) {
    this.in = in;
    this.terms = terms;
  }

  /** The value of the function, or bracket, at the cursor, which moves past it. */
  static double at(ValueReader in, Terms terms) {
    return new MathExpression(in, terms).named(in.word().toLowerCase(Locale.ROOT));
  }

  private double named(String name) {
    if (++nesting > MOST_NESTING || !in.take('(')) {
      return Double.NaN;
    }
    String strategy = name.equals("round") ? strategy() : "";
    boolean takesAngle = name.equals("sin") || name.equals("cos") || name.equals("tan");
    hasAngle = !takesAngle && hasAngle;
    List<Double> arguments = new ArrayList<>(3);
    do {
      arguments.add(sum());
      in.skipSpace();
    } while (in.take(','));
    nesting--;
    if (takesAngle && !hasAngle) {
      arguments.replaceAll(Math::toDegrees);
    }
    hasAngle = ANGLES.contains(name) || (hasAngle && !takesAngle);
    return in.take(')') ? MathFunctions.apply(name, strategy, arguments) : Double.NaN;
  }

  /** The way that {@code round()} goes, where one is given (§10.3). */
  private String strategy() {
    in.skipSpace();
    int start = in.position();
    String word = in.word().toLowerCase(Locale.ROOT);
    switch (word) {
      case "nearest", "up", "down", "to-zero" -> {
        in.skipComma();
        return word;
      }
      default -> {
        in.moveTo(start);
        return "";
      }
    }
  }

  private double sum() {
    double sum = product();
    in.skipSpace();
    while (in.peek() == '+' || in.peek() == '-') {
      boolean spaced = in.isBehindSpace();
      boolean plus = in.take('+') || !in.take('-');
      spaced &= ValueReader.isSpace(in.peek());
      double next = spaced ? product() : Double.NaN; // or it is a sign (§10.1)
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
    if (!Double.isNaN(value)) {
      return in.take('%')
          ? value * terms.onePercent()
          : value * unit(in.word().toLowerCase(Locale.ROOT));
    }
    boolean negative = in.take('-');
    String word = in.word().toLowerCase(Locale.ROOT);
    double operand = in.peek() == '(' ? named(word) : constant(word);
    return negative ? -operand : operand;
  }

  /** Angles are degrees wherever lengths are meant as well: {@code sin()} and its kin take them. */
  private double unit(String unit) {
    double one = terms.unit(unit);
    hasAngle |= !unit.isEmpty() && !Double.isNaN(TransformParser.degrees(unit));
    return Double.isNaN(one) ? TransformParser.degrees(unit) : one;
  }

  private double constant(String word) {
    return switch (word) {
      case "pi" -> Math.PI;
      case "e" -> Math.E;
      case "infinity" -> Double.POSITIVE_INFINITY;
      case "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> terms.word(word);
    };
  }
}
