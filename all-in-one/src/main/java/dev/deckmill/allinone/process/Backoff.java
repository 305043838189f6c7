package dev.deckmill.allinone.process;

import java.time.Duration;

/**
 * How long to wait before a process that died is started again: twice as long each time, until it
 * has kept up for a while.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(16);
  private static final Duration STABLE = Duration.ofSeconds(30);

  private Duration next = FIRST;

  /**
   * The pause after an end.
   *
   * @param uptime how long the process had run
   */
  Duration after(Duration uptime) {
    if (uptime.compareTo(STABLE) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}
