package dev.deckmill.service.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackOffTest {
  private static final RandomGenerator NO_JITTER = () -> 0L;
  private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(16));

  @Test
  void doublesUpToItsLongest() {
    List<Long> seconds =
        IntStream.rangeClosed(1, 7)
            .mapToObj(failures -> backOff.after(failures, NO_JITTER).toSeconds())
            .toList();
    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 16L, 16L);
    assertThat(backOff.after(1_000_000, NO_JITTER)).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void shortensByAQuarterAtMost() {
    RandomGenerator random = new SplittableRandom(7);
    for (int i = 0; i < 1000; i++) {
      assertThat(backOff.after(5, random))
          .isBetween(Duration.ofSeconds(12), Duration.ofSeconds(16));
    }
  }
}
