package dev.deckmill.api.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How pages are fetched by their URLs. */
@ConfigMapping(prefix = "deckmill.fetch")
public interface FetchConfig {
  /**
   * IP addresses that pages may be fetched from though they are not public; for tests and for
   * servers in one's own network that every client may read.
   */
  Optional<List<String>> exempt();

  /** How long it may take to connect. */
  @WithDefault("3s")
  Duration connectTimeout();

  /** How long a server may be silent. */
  @WithDefault("10s")
  Duration silence();

  /** How long a page may take in all, redirects included. */
  @WithDefault("30s")
  Duration total();

  /** How many redirects are followed. */
  @WithDefault("3")
  int redirects();

  /** How many pages are fetched from one host at a time. */
  @WithDefault("4")
  int perHost();

  /** How many pages are fetched for one tenant at a time. */
  @WithDefault("16")
  int perTenant();

  /** How many pages this process fetches at a time. */
  @WithDefault("64")
  int perNode();
}
