package dev.deckmill.api.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a test. */
record FetchSettings(List<String> addresses, Duration silence, Duration total)
    implements FetchConfig {
  @Override
  public Optional<List<String>> exempt() {
    return Optional.of(addresses);
  }

  @Override
  public Duration connectTimeout() {
    return Duration.ofSeconds(20);
  }

  @Override
  public int redirects() {
    return 3;
  }

  @Override
  public int perHost() {
    return 4;
  }

  @Override
  public int perTenant() {
    return 16;
  }

  @Override
  public int perNode() {
    return 64;
  }
}
