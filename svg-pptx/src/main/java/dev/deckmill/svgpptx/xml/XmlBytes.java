package dev.deckmill.svgpptx.xml;

import java.util.Arrays;

/**
 * XML as UTF-8 bytes, as fast as memory takes them. Every string that isn't ours goes through
 * {@link #text}, the one escaper.
 */
public final class XmlBytes {
  private static final int ROOM_FOR_NUMBER = 20;

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
  @SuppressWarnings("deprecation") // it copies ASCII without a detour, which is what is wanted
  public XmlBytes raw(String markup) {
    int n = markup.length();
    room(n);
    markup.getBytes(0, n, bytes, length);
    length += n;
    return this;
  }

  public XmlBytes number(long value) {
    room(ROOM_FOR_NUMBER);
    long rest = value;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    int digits = 1;
    for (long power = 10; digits < ROOM_FOR_NUMBER - 1 && rest >= power; power *= 10) {
      digits++;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
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
