package dev.deckmill.svgpptx.analyze;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text where East Asian characters begin and end. Office programs give punctuation and spaces
 * the typeface of the letters around them; CSS gives every character the first font that has it.
 * Runs of their own make both the same.
 */
final class Scripts {
  private Scripts() {}

  /** The parts, in order; most text has one. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(1);
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (i > start && TextMeasure.isWide(point) != TextMeasure.isWide(text.codePointAt(start))) {
        parts.add(text.substring(start, i));
        start = i;
      }
      i += Character.charCount(point);
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether a part is East Asian. */
  static boolean isWide(String part) {
    return TextMeasure.isWide(part.codePointAt(0));
  }
}
