package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.Units;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Computes {@code font-size} and {@code font-weight} (CSS Fonts 4 §2.2, §2.5). */
final class FontSize {
  private FontSize() {}

  /** Whether a declaration may say so. */
  static boolean isValid(String value) {
    double length = LengthParser.parse(value, ANY_UNITS, 1, Double.NaN);
    return Property.FONT_SIZE.hasKeyword(value.toLowerCase(Locale.ROOT))
        || (length >= 0 && !MissingUnits.isNumber(value))
        || (!Double.isNaN(length) && value.indexOf('(') >= 0);
  }

  /** In user units; {@code parent} is what em and % refer to. */
  static double compute(String value, Units parent) {
    double size =
        switch (value.toLowerCase(Locale.ROOT)) {
          case "xx-small" -> 9;
          case "x-small" -> 10;
          case "small" -> 13;
          case "medium" -> Units.MEDIUM;
          case "large" -> 18;
          case "x-large" -> 24;
          case "xx-large" -> 32;
          case "xxx-large" -> 48;
          case "smaller" -> parent.em() / 1.2;
          case "larger" -> parent.em() * 1.2;
          default -> LengthParser.parse(value, parent, parent.em(), parent.em());
        };
    return Math.clamp(size, 0, 1e6);
  }

  /** A number as text; {@code bolder} and {@code lighter} by the table of §2.2.1. */
  static String weight(String value, @Nullable String parent) {
    int inherited = parent == null ? 400 : number(parent);
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "normal" -> "400";
      case "bold" -> "700";
      case "bolder" -> inherited < 350 ? "400" : inherited < 550 ? "700" : "900";
      case "lighter" ->
          inherited < 100
              ? String.valueOf(inherited)
              : inherited < 550 ? "100" : inherited < 750 ? "400" : "700";
      default -> number(value) > 0 ? value : String.valueOf(inherited);
    };
  }

  private static int number(String value) {
    double number = LengthParser.parse(value, NO_UNITS, Double.NaN, 0);
    return number >= 1 && number <= 1000 ? (int) Math.round(number) : 0;
  }

  private static final Units ANY_UNITS = new Units(1, 1, 1, 1);

  private static final Units NO_UNITS = new Units(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
