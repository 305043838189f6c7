package dev.deckmill.svgpptx.parse.text;

/** Which characters hang together: letters that are written joined, marks on letters. */
final class Joining {
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Joining() {}

  /** Whether the character at an index belongs to the one before it (Unicode UAX 29 §3). */
  static boolean isAttached(String text, int index) {
    int point = text.codePointAt(index);
    if (point < 0x300) {
      return false;
    }
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || point == ZERO_WIDTH_JOINER
        || (index > 0 && text.charAt(index - 1) == ZERO_WIDTH_JOINER);
  }

  /** Whether it is a letter of a cursive script. */
  static boolean isJoining(int point) {
    if (point < 0x600 || (point > 0x1886 && point < 0xFB50) || point > 0xFEFC) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case ARABIC, SYRIAC, NKO, MANDAIC, MONGOLIAN, PHAGS_PA -> true;
      default -> false;
    };
  }

  /** Where the stretch ends that is all joined or all not. */
  static int end(String text, int from, int end) {
    boolean joined = isJoining(text.codePointAt(from));
    int at = from;
    while (at < end) {
      int point = text.codePointAt(at);
      if (at > from && isJoining(point) != joined && !isAttached(text, at)) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
