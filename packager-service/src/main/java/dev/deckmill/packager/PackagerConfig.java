package dev.deckmill.packager;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The packager's settings; the messaging reads two of them before the application starts. */
@StaticInitSafe
@ConfigMapping(prefix = "deckmill.packager")
public interface PackagerConfig {
  /** How many decks are written at once, from 1; each needs memory for one slide. */
  @WithDefault("2")
  int decks();

  /** How many orders are fetched at once, from 1; few, so that other packagers get their share. */
  @WithDefault("4")
  int orders();

  /** How much of a slide is read at once. */
  @WithDefault("64K")
  MemorySize readBuffer();
}
