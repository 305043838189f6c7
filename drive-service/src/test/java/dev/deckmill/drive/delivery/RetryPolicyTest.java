package dev.deckmill.drive.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.drive.TestConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private final RetryPolicy policy =
      new RetryPolicy(TestConfig.of(Map.of()).retry(), new Random(1));

  private static DeliveryException passing(Duration retryAfter) {
    return DeliveryException.passing(ErrorType.DRIVE_UNAVAILABLE, "busy", Optional.of(retryAfter));
  }

  private Optional<Duration> next(DeliveryException failure, int fruitless) {
    return policy.next(failure, fruitless, Duration.ZERO);
  }

  @Test
  void doublesTheWaitUpToSixteenSecondsAndShortensItByHalfAtMost() {
    List<Integer> full = List.of(1, 2, 4, 8, 16, 16, 16);
    for (int round = 0; round < 100; round++) {
      for (int i = 0; i < full.size(); i++) {
        Duration most = Duration.ofSeconds(full.get(i));
        assertThat(next(passing(Duration.ZERO), i + 1).orElseThrow())
            .isBetween(most.dividedBy(2), most);
      }
    }
  }

  @Test
  void spreadsThoseWhoFailedTogether() {
    assertThat(
            IntStream.range(0, 50)
                .mapToObj(i -> next(passing(Duration.ZERO), 5))
                .distinct()
                .count())
        .isGreaterThan(40);
  }

  @Test
  void triesEightTimesInAll() {
    assertThat(next(passing(Duration.ZERO), 7)).isPresent();
    assertThat(next(passing(Duration.ZERO), 8)).isEmpty();
  }

  @Test
  void waitsAsLongAsItIsAskedWithinReason() {
    assertThat(next(passing(Duration.ofSeconds(45)), 1)).hasValue(Duration.ofSeconds(45));
    assertThat(next(passing(Duration.ofHours(2)), 1)).hasValue(Duration.ofSeconds(60));
  }

  @Test
  void triesNoMoreWhatWillNotPass() {
    assertThat(next(DeliveryException.lasting(ErrorType.DRIVE_AUTH, "no"), 1)).isEmpty();
  }

  @Test
  void givesUpWhenItsTimeIsOver() {
    assertThat(policy.next(passing(Duration.ZERO), 1, Duration.ofMinutes(20))).isEmpty();
  }
}
