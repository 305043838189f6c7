package dev.deckmill.svgpptx.parse.image;

import java.util.Arrays;

/** Where a JPEG file ends (ITU-T T.81 §B.1): one that is cut off has no end, and none shows it. */
final class JpegFile {
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;

  private JpegFile() {}

  /** Whether its pixels begin within the file. */
  static boolean hasPixels(byte[] bytes) {
    return pixels(bytes) > 0;
  }

  /** Where its first scan's pixels begin, or -1. */
  private static int pixels(byte[] bytes) {
    int at = 2;
    while (at + 4 < bytes.length) {
      int marker = bytes[at + 1] & 0xff;
      if ((bytes[at] & 0xff) != 0xff) {
        return -1;
      }
      if (marker == START_OF_SCAN) {
        int begin = at + 2 + length(bytes, at + 2);
        return begin < bytes.length ? begin : -1;
      }
      boolean bare = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
      at += marker == 0xff ? 1 : bare ? 2 : 2 + length(bytes, at + 2);
    }
    return -1;
  }

  private static int length(byte[] bytes, int at) {
    return Math.max(2, (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff));
  }

  /**
   * Whether there is an end, behind which some programs leave other things. A small picture of the
   * picture that stands before its pixels has an end of its own.
   */
  static boolean hasEnd(byte[] bytes) {
    int pixels = pixels(bytes);
    for (int at = bytes.length - 2; pixels > 0 && at >= pixels; at--) {
      if ((bytes[at] & 0xff) == 0xff && (bytes[at + 1] & 0xff) == END_OF_IMAGE) {
        return true;
      }
    }
    return false;
  }

  /** With an end: readers fill what is missing. */
  static byte[] ended(byte[] bytes) {
    byte[] ended = Arrays.copyOf(bytes, bytes.length + 2);
    ended[bytes.length] = (byte) 0xff;
    ended[bytes.length + 1] = (byte) END_OF_IMAGE;
    return ended;
  }
}
