package dev.deckmill.svgpptx.analyze.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text where East Asian characters begin and end. Office programs give punctuation and spaces
 * the typeface of the letters around them; CSS gives every character the first font that has it.
 * Runs of their own make both the same.
 */
public final class Scripts {
  private Scripts() {}

  /** The parts, in order; most text has one. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(1);
    int start = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      // A space belongs to what it follows.
      if (i > start && point != ' ' && isWide(point) != isWide(text.codePointAt(start))) {
        parts.add(text.substring(start, i));
        start = i;
      }
      i += Character.charCount(point);
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Whether any of it is East Asian. */
  static boolean hasWide(String text) {
    return text.codePoints().anyMatch(Scripts::isWide);
  }

  /** Whether letters are joined or reordered, so that each alone looks different. */
  public static boolean isJoined(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x590
          && (c < 0x1100 || (c >= 0x1780 && c <= 0x18af) || (c >= 0xfb1d && c <= 0xfefc))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an East Asian character lies on its side in vertical lines as others do: brackets and
   * strokes (Unicode UAX 50, Tr).
   */
  static boolean turnsWithLine(int point) {
    return (point >= 0x3008 && point <= 0x3011)
        || (point >= 0x3014 && point <= 0x301f)
        || point == 0x30fc
        || "（）［］｛｝：；～＿＝－〜".indexOf(point) >= 0;
  }

  /**
   * Whether it stands in the upper right of its square in vertical lines, not in the lower left.
   */
  static boolean isComma(int point) {
    return "、。，．".indexOf(point) >= 0;
  }

  /** Whether a part is East Asian. */
  static boolean isWide(String part) {
    return isWide(part.codePointAt(0));
  }

  /**
   * Whether LibreOffice shows the character with the East Asian typeface. What belongs to no
   * script, spaces, arrows, dashes, emoji, goes with what is before it (its BreakIterator); ASCII
   * never does.
   *
   * @param before whether it does so with the character before
   */
  static boolean isWideInLibreOffice(int point, boolean before) {
    if (point == ' ' || point == 0xa0) {
      return before;
    }
    if (point < 0x1100 || (isWide(point) && !(point >= 0x1f000 && point <= 0x1faff))) {
      return point >= 0x1100;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(point);
    boolean shared =
        script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
    return shared && before;
  }

  /** Whether fonts give the character a full square (Unicode UAX 11). */
  private static boolean isWide(int point) {
    return point >= 0x1100
        && (point <= 0x115f
            || (point >= 0x2e80 && point <= 0xa4cf)
            || (point >= 0xac00 && point <= 0xd7a3)
            || (point >= 0xf900 && point <= 0xfaff)
            || (point >= 0xfe30 && point <= 0xfe4f)
            || (point >= 0xff00 && point <= 0xff60)
            || (point >= 0xffe0 && point <= 0xffe6)
            || (point >= 0x1f300 && point <= 0x1faff)
            || (point >= 0x20000 && point <= 0x3fffd));
  }
}
