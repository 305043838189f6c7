package dev.deckmill.svgpptx.parse.value;

/**
 * A cursor over an attribute's text that reads numbers and separators without making strings. A map
 * page is a million numbers, so this is the engine's innermost loop.
 */
public final class ValueReader {
  private static final double[] POWERS = new double[23];

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
  }

  /**
   * Numbers beyond these are the nearest of them, about as browsers have it, whose numbers have
   * single precision (SVG 2 §4.2): what is computed from them stays a number.
   */
  private static final double MOST = 1e30;

  private static final double LEAST = 1e-30;

  /** As many as a long holds whatever they are. */
  private static final int MOST_DIGITS = 18;

  /** Not as a string, which asks at each call whether it is Latin-1. */
  private final char[] text;

  private final int end;
  private int at;

  public ValueReader(String text) {
    this.text = text.toCharArray();
    this.end = text.length();
  }

  public boolean atEnd() {
    return at >= end;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  /** The character at the cursor, 0 at the end. */
  public char peek() {
    return at < end ? text[at] : 0;
  }

  /** Whether there is white space before the cursor. */
  boolean isBehindSpace() {
    return at > 0 && isSpace(text[at - 1]);
  }

  void advance() {
    at++;
  }

  public void skipSpace() {
    while (at < end && isSpace(text[at])) {
      at++;
    }
  }

  /** Skips white space with at most one comma in it; whether there was a comma. */
  public boolean skipComma() {
    skipSpace();
    if (at < end && text[at] == ',') {
      at++;
      skipSpace();
      return true;
    }
    return false;
  }

  /** Goes on behind a character, if it is the one. */
  public boolean take(char wanted) {
    if (at < end && text[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Letters, digits and hyphens from the cursor on, as written. */
  String word() {
    int start = at;
    while (at < end && isWord(text[at])) {
      at++;
    }
    return new String(text, start, at - start);
  }

  /** The rest, from the cursor on. */
  String rest() {
    return new String(text, at, end - at);
  }

  /** A number at the cursor; NaN, and the cursor stays, where there is none. */
  public double number() {
    int start = at;
    int i = at;
    boolean negative = false;
    if (i < end) {
      char sign = text[i];
      if (sign == '-' || sign == '+') {
        negative = sign == '-';
        i++;
      }
    }
    long digits = 0;
    int count = 0;
    int scale = 0;
    int first = i;
    while (i < end && isDigit(text[i])) {
      digits = digits * 10 + (text[i++] - '0');
      count++;
    }
    if (i + 1 < end && text[i] == '.' && isDigit(text[i + 1])) {
      i++;
      while (i < end && isDigit(text[i])) {
        digits = digits * 10 + (text[i++] - '0');
        count++;
        scale--;
      }
    } else if (count > 0 && i < end && text[i] == '.' && !startsWord(i + 1)) {
      i++; // "5." is what sloppy writers mean by 5
    }
    if (count == 0) {
      return Double.NaN;
    }
    int exponentAt = i;
    i = exponent(i);
    at = i;
    // Up to 15 digits this is exact; one of 18 may miss the nearest double by one: no EMU shows it.
    if (i > exponentAt || count > MOST_DIGITS) {
      return clamp(Double.parseDouble(new String(text, start, i - start)));
    }
    double value = scale == 0 ? digits : digits / POWERS[-scale];
    return first >= 0 && negative ? -value : value;
  }

  /** The position after an exponent; where there is none, as in "1em", the position given. */
  private int exponent(int i) {
    if (i >= end || (text[i] | 0x20) != 'e') {
      return i;
    }
    int j = i + 1;
    if (j < end && (text[j] == '-' || text[j] == '+')) {
      j++;
    }
    if (j >= end || !isDigit(text[j])) {
      return i;
    }
    while (j < end && isDigit(text[j])) {
      j++;
    }
    return j;
  }

  private boolean startsWord(int i) {
    return i < end && isWord(text[i]);
  }

  /** Keeps geometry finite even when it is added and multiplied; nobody draws that far out. */
  static double clamp(double value) {
    return Math.abs(value) < LEAST ? 0 : Math.clamp(value, -MOST, MOST);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isWord(char c) {
    int lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || isDigit(c) || c == '-' || c == '_' || c > 127;
  }
}
