package dev.deckmill.api.orchestration.job;

import dev.deckmill.contracts.ErrorType.Course;
import java.time.Duration;

/**
 * How often a page is tried, by the course of what it failed with.
 *
 * @param transientAttempts attempts in all while the trouble may pass, from 1
 * @param crashAttempts attempts that may take their process with them, from 1
 * @param firstDelay the wait before the second attempt; it doubles with each one after
 * @param longestDelay what it doubles up to
 */
public record RetryPolicy(
    int transientAttempts, int crashAttempts, Duration firstDelay, Duration longestDelay) {
  public RetryPolicy {
    if (transientAttempts < 1 || crashAttempts < 1) {
      throw new IllegalArgumentException("a page is tried at least once");
    }
    if (firstDelay.isNegative() || longestDelay.compareTo(firstDelay) < 0) {
      throw new IllegalArgumentException("delays don't shrink");
    }
  }

  /**
   * Whether there is another attempt.
   *
   * @param failed the page, with the failed attempt already counted in
   */
  boolean allowsAnother(PageProgress failed, Course course) {
    return switch (course) {
      case PERMANENT -> false;
      case TRANSIENT -> failed.attempt() < transientAttempts;
      case CRASH -> failed.crashes() < crashAttempts;
    };
  }

  /** Whether there is another attempt at fetching a page, likewise. */
  boolean allowsAnotherFetch(PageProgress failed, Course course) {
    return switch (course) {
      case PERMANENT -> false;
      case TRANSIENT -> failed.fetch() < transientAttempts;
      case CRASH -> failed.crashes() < crashAttempts;
    };
  }

  /**
   * The wait after a failed attempt. After a crash there is none: the next attempt runs alone in a
   * fresh process anyway.
   *
   * @param attempt the one that failed, from 1
   * @param jitter from 0 to 1: pages that failed together don't come back together
   */
  Duration delayAfter(int attempt, Course course, double jitter) {
    return switch (course) {
      case PERMANENT, CRASH -> Duration.ZERO;
      case TRANSIENT -> {
        long doubled = firstDelay.toMillis() << Math.min(attempt - 1, 20);
        long base = Math.min(doubled, longestDelay.toMillis());
        yield Duration.ofMillis(base + Math.round(base * jitter / 2));
      }
    };
  }
}
