package dev.deckmill.service.message;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: 1-2-4-8-16-16… of the first delay, with jitter. */
record BackOff(Duration first, Duration longest) {
  /** Part of a delay by which it may be shorter, so that many who failed together come apart. */
  private static final double JITTER = 0.25;

  private static final int MOST_DOUBLINGS = 30;

  /** The wait after the {@code failures}-th failure in a row, from 1. */
  Duration after(int failures, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
    long capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (capped * (1 - JITTER * random.nextDouble())));
  }
}
