package dev.deckmill.svgpptx.parse.css;

import dev.deckmill.svgpptx.parse.value.LengthParser;
import dev.deckmill.svgpptx.parse.value.Units;
import dev.deckmill.svgpptx.parse.value.Words;

/**
 * Lengths in em and its kin are computed where they are declared, not where they are inherited to
 * (CSS Values 4 §6.1.1).
 */
final class FontRelative {
  private FontRelative() {}

  static boolean isAffected(Property property) {
    return property == Property.STROKE_WIDTH
        || property == Property.STROKE_DASHARRAY
        || property == Property.STROKE_DASHOFFSET
        || property == Property.LETTER_SPACING
        || property == Property.BORDER_SPACING
        || property == Property.TEXT_INDENT
        || property == Property.WORD_SPACING;
  }

  /** The value with such lengths as plain numbers. */
  static String compute(String value, Units units) {
    if (!hasUnit(value)) {
      return value;
    }
    StringBuilder out = new StringBuilder();
    for (String part : Words.of(value)) {
      double length = hasUnit(part) ? LengthParser.parse(part, units, Double.NaN, Double.NaN) : 0;
      out.append(out.isEmpty() ? "" : " ");
      out.append(hasUnit(part) && !Double.isNaN(length) ? String.valueOf(length) : part);
    }
    return out.toString();
  }

  /**
   * A number is inherited as it is, anything else as the length that it is here (CSS Inline 3
   * §4.2).
   */
  static String lineHeight(String value, Units units) {
    if (!hasUnit(value) && !value.endsWith("%") && value.indexOf('(') < 0) {
      return value;
    }
    double length = LengthParser.parse(value, units, units.em(), Double.NaN);
    return Double.isNaN(length) ? value : length + "px";
  }

  private static boolean hasUnit(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = (char) (text.charAt(i) | 0x20);
      if (c >= 'a' && c <= 'z' && c != 'p' && text.charAt(i - 1) <= '9') {
        return true;
      }
    }
    return false;
  }
}
