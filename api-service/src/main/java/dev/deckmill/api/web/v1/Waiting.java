package dev.deckmill.api.web.v1;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a client would like to wait for the end of its job (RFC 7240 §4.3).
 *
 * @param seconds from 0, no more than are allowed
 */
public record Waiting(int seconds) {
  /** The longest. What stands between may end a request that takes a minute. */
  static final int LONGEST_SECONDS = 50;

  /** The same as a duration. */
  public static final Duration LONGEST = Duration.ofSeconds(LONGEST_SECONDS);

  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(?=$|[,;])");

  /** What a Prefer header asks for; without one, or one that is not understood, nothing. */
  static Waiting of(@Nullable String prefer) {
    Matcher asked = WAIT.matcher(prefer == null ? "" : prefer);
    return asked.find()
        ? new Waiting(Math.min(Integer.parseInt(asked.group(1)), LONGEST_SECONDS))
        : new Waiting(0);
  }

  /** The same where the answer is worth waiting for: without one, as long as may be. */
  static Waiting orLongest(@Nullable String prefer) {
    Waiting asked = of(prefer);
    return asked.none() ? new Waiting(LONGEST_SECONDS) : asked;
  }

  /** The same, but whoever asks not to wait does not. */
  static Waiting orLongestUnlessNone(@Nullable String prefer) {
    boolean asked = prefer != null && WAIT.matcher(prefer).find();
    return asked ? of(prefer) : new Waiting(LONGEST_SECONDS);
  }

  boolean none() {
    return seconds == 0;
  }

  Duration time() {
    return Duration.ofSeconds(seconds);
  }

  /** What was made of it. */
  String applied() {
    return "wait=" + seconds;
  }
}
