package dev.deckmill.drive.delivery;

import dev.deckmill.drive.config.DriveConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides whether a failed try is followed by another one, and when: after 1, 2, 4, 8, 16 seconds,
 * each shortened by up to a half at random, so that jobs which failed together don't come back
 * together.
 */
final class RetryPolicy {
  private final DriveConfig.Retry config;
  private final RandomGenerator random;

  RetryPolicy(DriveConfig.Retry config, RandomGenerator random) {
    this.config = config;
    this.random = random;
  }

  /**
   * The wait before the next try, or nothing if there is to be none.
   *
   * @param fruitless how many tries in a row brought nothing forward, from 1
   * @param spent how long the delivery has been going on
   */
  Optional<Duration> next(DeliveryException failure, int fruitless, Duration spent) {
    if (!failure.passing() || fruitless >= config.tries()) {
      return Optional.empty();
    }
    Duration wait = longer(backOff(fruitless), failure.retryAfter().orElse(Duration.ZERO));
    Duration bounded = longer(config.longestDelay(), config.longestRetryAfter());
    wait = wait.compareTo(bounded) > 0 ? bounded : wait;
    return spent.plus(wait).compareTo(config.giveUpAfter()) > 0
        ? Optional.empty()
        : Optional.of(wait);
  }

  private Duration backOff(int fruitless) {
    long full =
        Math.min(
            config.longestDelay().toMillis(),
            config.firstDelay().toMillis() << Math.min(fruitless - 1, 20));
    return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
