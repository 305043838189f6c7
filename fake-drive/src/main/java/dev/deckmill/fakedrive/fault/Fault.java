package dev.deckmill.fakedrive.fault;

import java.time.Duration;
import java.util.OptionalInt;

/** One way a call goes wrong. */
public sealed interface Fault {
  /**
   * Refused with an error in Google's form; nothing was done.
   *
   * @param status the HTTP status, 400 to 599
   * @param reason Google's word for it, as in {@code storageQuotaExceeded}
   * @param retryAfterSeconds the {@code Retry-After} header, if there is to be one
   */
  record Refuse(int status, String reason, OptionalInt retryAfterSeconds) implements Fault {
    public Refuse {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("a refusal has a status of 400 to 599, not " + status);
      }
    }

    /** Refused without a {@code Retry-After} header. */
    public Refuse(int status, String reason) {
      this(status, reason, OptionalInt.empty());
    }
  }

  /** The connection is dropped before anything was done. */
  record ResetBefore() implements Fault {}

  /** All was done, then the connection is dropped without an answer. */
  record ResetAfter() implements Fault {}

  /** All was done, but nothing is answered for this long; then the connection is dropped. */
  record HangAfter(Duration time) implements Fault {}

  /** Nothing is done and nothing answered for this long, then the connection is dropped. */
  record Hang(Duration time) implements Fault {}

  /**
   * An upload's chunk is read whole, but only its first bytes are kept (rounded down to a multiple
   * of 256 KiB, as Drive does); the answer is a 308 that says so.
   */
  record KeepLess(long bytes) implements Fault {}

  /** The connection is dropped after this many bytes of a chunk; what was whole is kept. */
  record CutAfter(long bytes) implements Fault {}

  /** One bit of the chunk's first byte is stored wrong, so that the file's MD5 is another. */
  record Damage() implements Fault {}

  /** The person who is asked for consent says no. */
  record Deny() implements Fault {}

  /** A search shows nothing, as Drive's may for a while after something was made. */
  record StaleSearch() implements Fault {}

  /** The session is forgotten, and the call is answered with 404 or 410. */
  record ExpireSession(int status) implements Fault {}
}
