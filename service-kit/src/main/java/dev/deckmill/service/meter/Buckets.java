package dev.deckmill.service.meter;

import java.time.Duration;
import java.util.stream.IntStream;

/** Where the buckets of our histograms end: from a stage of a plain page to a giant's upload. */
final class Buckets {
  static final Duration[] UPPER_ENDS =
      IntStream.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 120_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private Buckets() {}
}
