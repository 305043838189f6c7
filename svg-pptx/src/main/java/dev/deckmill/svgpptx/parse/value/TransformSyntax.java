package dev.deckmill.svgpptx.parse.value;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The two ways to write a transform: the attribute has plain numbers (CSS Transforms 1 §8), the
 * property units and commas (§9). Browsers leave out what mixes them up.
 */
public final class TransformSyntax {
  private static final Set<String> OF_ATTRIBUTE =
      Set.of("matrix", "translate", "scale", "rotate", "skewX", "skewY");

  private TransformSyntax() {}

  /** Whether a valid list is one that the attribute may have. */
  public static boolean isAttribute(String list) {
    int at = 0;
    for (int open = list.indexOf('('); open >= 0; open = list.indexOf('(', at)) {
      int close = list.indexOf(')', open);
      if (close < 0 || !areNumbers(list, open + 1, close) || !isName(list, at, open)) {
        return false;
      }
      at = close + 1;
    }
    return true;
  }

  private static boolean isName(String list, int from, int end) {
    int start = from;
    while (start < end && (ValueReader.isSpace(list.charAt(start)) || list.charAt(start) == ',')) {
      start++;
    }
    return OF_ATTRIBUTE.contains(list.substring(start, end).strip());
  }

  private static boolean areNumbers(String list, int from, int end) {
    for (int i = from; i < end; i++) {
      if ("0123456789.-+eE, \t\r\n\f".indexOf(list.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a valid list is one that a declaration may have. */
  public static boolean isDeclaration(String list) {
    for (String function : CssText.words(list.replace(")", ") "))) {
      int open = function.indexOf('(');
      String name = open < 0 ? "" : function.substring(0, open).toLowerCase(Locale.ROOT);
      int close = function.lastIndexOf(')');
      if (open >= 0
          && !areArguments(name, function.substring(open + 1, Math.max(open + 1, close)))) {
        return false;
      }
      if (open >= 0 ? name.startsWith(",") || close < open : !function.equalsIgnoreCase("none")) {
        return false;
      }
    }
    return true;
  }

  private static boolean areArguments(String function, String inside) {
    List<String> arguments = CssText.list(inside);
    int count = arguments.size();
    for (int i = 0; i < count; i++) {
      String argument = arguments.get(i);
      boolean calculated = argument.indexOf('(') >= 0;
      if (!calculated && !isArgument(function, i == count - 1, argument)) {
        return false;
      }
    }
    return !function.equals("rotate") || count == 1;
  }

  private static boolean isArgument(String function, boolean last, String argument) {
    ValueReader in = new ValueReader(argument);
    double value = in.number();
    boolean percent = in.take('%');
    String unit = in.word();
    if (!in.atEnd()) {
      return false;
    }
    return switch (function) {
      case "translate", "translatex", "translatey", "translatez", "translate3d", "perspective" ->
          value == 0 || percent || isLengthUnit(unit) || argument.equalsIgnoreCase("none");
      case "rotate", "rotatex", "rotatey", "rotatez", "skew", "skewx", "skewy" ->
          value == 0 || isAngleUnit(unit);
      case "rotate3d" -> last ? value == 0 || isAngleUnit(unit) : unit.isEmpty();
      default -> unit.isEmpty();
    };
  }

  private static boolean isLengthUnit(String unit) {
    return !unit.isEmpty() && Double.isNaN(TransformParser.degrees(unit));
  }

  private static boolean isAngleUnit(String unit) {
    return !unit.isEmpty() && !Double.isNaN(TransformParser.degrees(unit));
  }
}
