package dev.deckmill.svgpptx.parse.value;

import java.util.List;

/** What math functions give (CSS Values 4 §10.2 to §10.6). */
final class MathFunctions {
  private MathFunctions() {}

  /**
   * NaN where there is no such function of so many arguments.
   *
   * @param strategy of {@code round()}, or empty
   */
  static double apply(String name, String strategy, List<Double> arguments) {
    double a = arguments.get(0);
    double b = arguments.size() > 1 ? arguments.get(1) : Double.NaN;
    return switch (arguments.size()) {
      case 1 -> one(name, strategy, a);
      case 2 -> two(name, strategy, a, b);
      case 3 ->
          name.equals("clamp") ? Math.max(a, Math.min(b, arguments.get(2))) : many(name, arguments);
      default -> many(name, arguments);
    };
  }

  private static double one(String name, String strategy, double a) {
    return switch (name) {
      case "", "calc", "min", "max", "hypot" -> name.equals("hypot") ? Math.abs(a) : a;
      case "round" -> rounded(strategy, a, 1);
      case "abs" -> Math.abs(a);
      case "sign" -> Math.signum(a);
      case "sqrt" -> Math.sqrt(a);
      case "exp" -> Math.exp(a);
      case "log" -> Math.log(a);
      case "sin" -> Math.sin(Math.toRadians(a));
      case "cos" -> Math.cos(Math.toRadians(a));
      case "tan" -> Math.tan(Math.toRadians(a));
      case "asin" -> Math.toDegrees(Math.asin(a));
      case "acos" -> Math.toDegrees(Math.acos(a));
      case "atan" -> Math.toDegrees(Math.atan(a));
      default -> Double.NaN;
    };
  }

  private static double two(String name, String strategy, double a, double b) {
    return switch (name) {
      case "min" -> Math.min(a, b);
      case "max" -> Math.max(a, b);
      case "round" -> rounded(strategy, a, b);
      case "mod" -> a - b * Math.floor(a / b);
      case "rem" -> a % b;
      case "pow" -> Math.pow(a, b);
      case "log" -> Math.log(a) / Math.log(b);
      case "hypot" -> Math.hypot(a, b);
      case "atan2" -> Math.toDegrees(Math.atan2(a, b));
      default -> Double.NaN;
    };
  }

  private static double many(String name, List<Double> arguments) {
    return switch (name) {
      case "min" -> arguments.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      case "max" -> arguments.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      case "hypot" ->
          Math.sqrt(arguments.stream().mapToDouble(argument -> argument * argument).sum());
      default -> Double.NaN;
    };
  }

  private static double rounded(String strategy, double value, double step) {
    double steps = value / step;
    double whole =
        switch (strategy) {
          case "up" -> Math.ceil(steps);
          case "down" -> Math.floor(steps);
          case "to-zero" -> steps < 0 ? Math.ceil(steps) : Math.floor(steps);
          default -> Math.floor(steps + 0.5);
        };
    return whole * step;
  }
}
