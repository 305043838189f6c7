package dev.deckmill.svgpptx.xml;

import java.util.Arrays;

/**
 * XML as UTF-8 bytes, as fast as memory takes them. Every string that isn't ours goes through
 * {@link #text}, the one escaper.
 */
public final class XmlBytes {
  private static final int ROOM_FOR_NUMBER = 20;
  private static final int RGB_DIGITS = 6;

  /** The digits of 00 to 99. */
  private static final byte[] PAIRS = new byte[200];

  static {
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
    }
  }

  private byte[] bytes;
  private int length;

  public XmlBytes(int capacity) {
    bytes = new byte[capacity];
  }

  public int length() {
    return length;
  }

  /** The buffer itself; only its first {@link #length} bytes count. */
  public byte[] buffer() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Forgets what was written; keeps the memory. */
  public void clear() {
    length = 0;
  }

  /** Markup of our own: ASCII, written as it is. */
  public XmlBytes raw(String markup) {
    room(markup.length());
    put(markup);
    return this;
  }

  /** The caller has made room. */
  @SuppressWarnings("deprecation") // it copies ASCII without a detour, which is what is wanted
  private void put(String markup) {
    markup.getBytes(0, markup.length(), bytes, length);
    length += markup.length();
  }

  /** A whole number, in decimal digits. */
  public XmlBytes number(long value) {
    if (value != (int) value) {
      return raw(Long.toString(value));
    }
    room(ROOM_FOR_NUMBER);
    put((int) value);
    return this;
  }

  /** The caller has made room. */
  private void put(int value) {
    if (value == Integer.MIN_VALUE) {
      put(Integer.toString(value));
      return;
    }
    int rest = value;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    byte[] to = bytes;
    int at = length += digits(rest);
    // two digits at a time: half the divisions, and a deck has little else than numbers
    for (; rest >= 100; rest /= 100) {
      int pair = 2 * (rest % 100);
      to[--at] = PAIRS[pair + 1];
      to[--at] = PAIRS[pair];
    }
    if (rest >= 10) {
      to[--at] = PAIRS[2 * rest + 1];
      to[--at] = PAIRS[2 * rest];
    } else {
      to[--at] = (byte) ('0' + rest);
    }
  }

  /** A colour, {@code 0xRRGGBB}, in six hexadecimal digits. */
  public XmlBytes rgb(int color) {
    room(RGB_DIGITS);
    for (int shift = 4 * (RGB_DIGITS - 1); shift >= 0; shift -= 4) {
      int digit = (color >> shift) & 0xf;
      bytes[length++] = (byte) (digit < 10 ? '0' + digit : 'A' + digit - 10);
    }
    return this;
  }

  /** Markup with two numbers in it, as the many points of an outline have. */
  public XmlBytes pair(String open, int one, String between, int other, String close) {
    room(open.length() + between.length() + close.length() + 2 * ROOM_FOR_NUMBER);
    put(open);
    put(one);
    put(between);
    put(other);
    put(close);
    return this;
  }

  private static int digits(int value) {
    if (value < 100_000) {
      return value < 100 ? (value < 10 ? 1 : 2) : value < 1_000 ? 3 : value < 10_000 ? 4 : 5;
    }
    return value < 10_000_000
        ? (value < 1_000_000 ? 6 : 7)
        : value < 100_000_000 ? 8 : value < 1_000_000_000 ? 9 : 10;
  }

  /** A string from outside, for content and attribute values alike. */
  public XmlBytes text(String text) {
    int n = text.length();
    for (int i = 0; i < n; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        room(ROOM_FOR_NUMBER);
        ascii(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < n
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        room(4);
        supplementary(Character.toCodePoint(c, text.charAt(++i)));
      } else if (!Character.isSurrogate(c) && c < 0xfffe) {
        room(3);
        basic(c);
      }
    }
    return this;
  }

  private void ascii(char c) {
    switch (c) {
      case '&' -> raw("&amp;");
      case '<' -> raw("&lt;");
      case '>' -> raw("&gt;");
      case '"' -> raw("&quot;");
      case '\t' -> raw("&#9;");
      case '\n' -> raw("&#10;");
      case '\r' -> raw("&#13;");
      default -> {
        // Other control characters can't stand in XML 1.0 in any form (§2.2): they are dropped.
        if (c >= ' ') {
          bytes[length++] = (byte) c;
        }
      }
    }
  }

  private void basic(char c) {
    if (c < 0x800) {
      bytes[length++] = (byte) (0xc0 | (c >> 6));
    } else {
      bytes[length++] = (byte) (0xe0 | (c >> 12));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
    }
    bytes[length++] = (byte) (0x80 | (c & 0x3f));
  }

  private void supplementary(int point) {
    // The last two code points of each plane are no characters but may stand in XML.
    bytes[length++] = (byte) (0xf0 | (point >> 18));
    bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
    bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    bytes[length++] = (byte) (0x80 | (point & 0x3f));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
