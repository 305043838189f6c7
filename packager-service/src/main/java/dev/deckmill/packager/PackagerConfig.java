package dev.deckmill.packager;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The packager's settings. The messaging reads them before the application starts, and nothing else
 * does: without {@code @Unremovable} they and their defaults would be left out of the application.
 */
@StaticInitSafe
@Unremovable
@ConfigMapping(prefix = "deckmill.packager")
public interface PackagerConfig {
  /** How many decks are written at once, from 1; each needs memory for one slide. */
  @WithDefault("2")
  int decks();

  /** How many orders are fetched at once, from 1; few, so that other packagers get their share. */
  @WithDefault("4")
  int orders();
}
