package dev.deckmill.contracts;

import java.util.Objects;

/**
 * A stretch of stored bytes (claim check: messages carry this, never the bytes).
 *
 * @param key the object's name in the blob store; made by a service, never from user input
 * @param offset where the stretch begins, in bytes, from 0
 * @param length its length in bytes, from 0
 * @param sha256 lower-case hex SHA-256 of the stretch, checked at every read
 */
public record BlobRef(String key, long offset, long length, String sha256) {
  private static final int SHA256_DIGITS = 64;

  public BlobRef {
    Objects.requireNonNull(key, "key");
    if (!isKey(key)) {
      throw new IllegalArgumentException("not a blob key");
    }
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException(
          "a stretch can't begin at " + offset + " with length " + length);
    }
    if (!isSha256(sha256)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
    }
  }

  // Every page's messages bring several of these through every service: loops, not expressions.

  /**
   * Names with slashes between: ASCII letters, digits, dots, underscores and hyphens, none of which
   * begins with a dot or a hyphen, nor the first with a capital letter or an underscore.
   */
  private static boolean isKey(String key) {
    boolean begins = true;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean allowed =
          begins ? mayBegin(c, i == 0) : isWordCharacter(c) || c == '/' || c == '.' || c == '-';
      if (!allowed) {
        return false;
      }
      begins = c == '/';
    }
    return !begins;
  }

  private static boolean mayBegin(char c, boolean first) {
    return first ? isSmall(c) || isDigit(c) : isWordCharacter(c);
  }

  private static boolean isWordCharacter(char c) {
    return isSmall(c) || isCapital(c) || isDigit(c) || c == '_';
  }

  private static boolean isSmall(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSha256(String text) {
    if (text.length() != SHA256_DIGITS) {
      return false;
    }
    for (int i = 0; i < SHA256_DIGITS; i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }
}
