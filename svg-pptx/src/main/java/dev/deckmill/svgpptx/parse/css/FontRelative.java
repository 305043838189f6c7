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
