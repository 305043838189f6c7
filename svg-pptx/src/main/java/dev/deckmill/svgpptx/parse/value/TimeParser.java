package dev.deckmill.svgpptx.parse.value;

import java.util.Locale;

/** Times (CSS Values 4 §7.2) to seconds. */
public final class TimeParser {
  private TimeParser() {}

  /** NaN where the text is no time; one without a unit is none. */
  public static double seconds(String text) {
    ValueReader in = new ValueReader(text);
    in.skipSpace();
    double value = in.number();
    if (Double.isNaN(value)) {
      value = MathExpression.at(in, new Terms());
    } else {
      value *= unit(in.word().toLowerCase(Locale.ROOT));
    }
    in.skipSpace();
    return in.atEnd() ? value : Double.NaN;
  }

  /** A number, or a calculation of numbers; NaN where the text is neither. */
  public static double number(String text) {
    double seconds = seconds(text.strip() + "s");
    return text.indexOf('(') < 0 ? seconds : seconds("calc(1s * " + text + ")");
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "ms" -> 0.001;
      default -> Double.NaN;
    };
  }

  /** In a calculation, times are multiplied with numbers. */
  private record Terms() implements MathExpression.Terms {
    @Override
    public double unit(String unit) {
      return unit.isEmpty() ? 1 : TimeParser.unit(unit);
    }

    @Override
    public double onePercent() {
      return Double.NaN;
    }
  }
}
