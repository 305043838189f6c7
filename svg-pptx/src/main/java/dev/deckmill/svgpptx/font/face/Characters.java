package dev.deckmill.svgpptx.font.face;

/**
 * What layout must know of a code point: which kind of font shows it, and whether it has a width.
 */
public final class Characters {
  private Characters() {}

  /** Shown by the East Asian font of a run (DrawingML {@code a:ea}). */
  public static boolean isEastAsian(int codePoint) {
    return codePoint >= 0x1100 && (isWide(codePoint) || isHalfwidthEastAsian(codePoint));
  }

  /** East Asian Width W or F, emoji apart (Unicode Standard Annex 11). */
  public static boolean isWide(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    return codePoint <= 0x115F
        || (codePoint >= 0x2E80 && codePoint <= 0x303E)
        || (codePoint >= 0x3041 && codePoint <= 0x33FF)
        || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
        || (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || (codePoint >= 0xA960 && codePoint <= 0xA97F)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }

  public static boolean isKana(int codePoint) {
    return (codePoint >= 0x3041 && codePoint <= 0x30FF)
        || (codePoint >= 0x31F0 && codePoint <= 0x31FF)
        || (codePoint >= 0xFF66 && codePoint <= 0xFF9D);
  }

  public static boolean isHangul(int codePoint) {
    return (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0x1100 && codePoint <= 0x11FF)
        || (codePoint >= 0x3130 && codePoint <= 0x318F);
  }

  public static boolean isBopomofo(int codePoint) {
    return (codePoint >= 0x3105 && codePoint <= 0x312F)
        || (codePoint >= 0x31A0 && codePoint <= 0x31BF);
  }

  /** Shown as an emoji unless U+FE0E follows (Unicode Technical Standard 51). */
  public static boolean isEmoji(int codePoint) {
    return codePoint >= 0x2300 && Character.isEmojiPresentation(codePoint);
  }

  /** Two of them are a flag. */
  public static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  /** Takes no room of its own: marks above and below, joiners, variation selectors, skin tones. */
  public static boolean isZeroWidth(int codePoint) {
    if (codePoint < 0x300) {
      return codePoint == 0xAD;
    }
    if (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (type == Character.FORMAT && codePoint != 0x600)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F);
  }

  private static boolean isHalfwidthEastAsian(int codePoint) {
    return (codePoint >= 0x1160 && codePoint <= 0x11FF)
        || (codePoint >= 0xFF61 && codePoint <= 0xFFDC)
        || codePoint == 0x303F;
  }
}
