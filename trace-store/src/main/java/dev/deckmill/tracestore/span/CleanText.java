package dev.deckmill.tracestore.span;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text that can be kept and shown: at most 1 kB, and no control characters. */
final class CleanText {
  /** In UTF-8. */
  static final int MAX_BYTES = 1024;

  private static final String ELLIPSIS = "…";
  private static final int MAX_BYTES_OF_A_CHAR = 3;

  private CleanText() {}

  /** The text itself if it is clean; else with escapes, and cut with an ellipsis at its end. */
  static String of(String text) {
    return cut(escaped(text));
  }

  private static String escaped(String text) {
    int first = firstControl(text);
    if (first < 0) {
      return text;
    }
    // What is cut off need not be escaped.
    int end = Math.min(text.length(), MAX_BYTES + 1);
    StringBuilder escaped = new StringBuilder(end + 16).append(text, 0, Math.min(first, end));
    for (int i = escaped.length(); i < end; i++) {
      append(escaped, text.charAt(i));
    }
    return escaped.toString();
  }

  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder escaped, char character) {
    if (!Character.isISOControl(character)) {
      escaped.append(character);
      return;
    }
    switch (character) {
      case '\n' -> escaped.append("\\n");
      case '\r' -> escaped.append("\\r");
      case '\t' -> escaped.append("\\t");
      default -> escaped.append("\\u%04x".formatted((int) character));
    }
  }

  private static String cut(String text) {
    if (text.length() * MAX_BYTES_OF_A_CHAR <= MAX_BYTES) {
      return text;
    }
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length <= MAX_BYTES) {
      return text;
    }
    int end = MAX_BYTES - ELLIPSIS.getBytes(UTF_8).length;
    while (isContinuation(bytes[end])) {
      end--;
    }
    return new String(bytes, 0, end, UTF_8) + ELLIPSIS;
  }

  private static boolean isContinuation(byte unit) {
    return (unit & 0xC0) == 0x80;
  }
}
