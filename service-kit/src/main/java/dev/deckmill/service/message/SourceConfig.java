package dev.deckmill.service.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who sends. */
@ConfigMapping(prefix = "deckmill.source")
public interface SourceConfig {
  /** What {@code ce_source} says after {@code /deckmill/}. */
  @WithDefault("${quarkus.application.name}")
  String name();
}
