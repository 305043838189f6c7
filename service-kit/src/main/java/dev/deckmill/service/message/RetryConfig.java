package dev.deckmill.service.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a record that failed is tried again. */
@ConfigMapping(prefix = "deckmill.retry")
public interface RetryConfig {
  /** How often a record is tried in all before it is dead-lettered, from 1. */
  @WithDefault("8")
  int tries();

  /** The wait after the first failure; it doubles with each further one. */
  @WithDefault("1s")
  Duration firstDelay();

  /** The longest wait between two tries. */
  @WithDefault("16s")
  Duration longestDelay();
}
