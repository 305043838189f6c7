package dev.deckmill.contracts;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A stretch of stored bytes (claim check: messages carry this, never the bytes).
 *
 * @param key the object's name in the blob store; made by a service, never from user input
 * @param offset where the stretch begins, in bytes, from 0
 * @param length its length in bytes, from 0
 * @param sha256 lower-case hex SHA-256 of the stretch, checked at every read
 */
public record BlobRef(String key, long offset, long length, String sha256) {
  private static final Pattern KEY =
      Pattern.compile("[a-z0-9][a-zA-Z0-9._-]*(/[a-zA-Z0-9_][a-zA-Z0-9._-]*)*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public BlobRef {
    Objects.requireNonNull(key, "key");
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a blob key");
    }
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException(
          "a stretch can't begin at " + offset + " with length " + length);
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hex");
    }
  }
}
