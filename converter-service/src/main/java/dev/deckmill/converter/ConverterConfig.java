package dev.deckmill.converter;

import dev.deckmill.converter.pool.PageWorkers;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The converter's settings. */
@ConfigMapping(prefix = "deckmill.converter")
public interface ConverterConfig {
  /** How many child processes convert pages, from 1; one per core unless set. */
  int children();

  /** After how many pages a child is replaced, from 1. */
  @WithDefault("500")
  int pagesPerChild();

  /** A child's heap in MiB, from 64. */
  @WithDefault("512")
  int childHeapMegabytes();

  /** How long a child may take to become warm. */
  @WithDefault("30s")
  Duration childStartLimit();

  /** Whether the service may start where it can't keep children from the network. */
  @WithDefault("preferred")
  PageWorkers.Need isolation();

  /** Whether a page's name can make its child hang or crash; for tests and chaos runs alone. */
  @WithDefault("false")
  boolean faultInjection();

  /** What people are told of who converted a page. */
  @WithDefault("${HOSTNAME:converter}")
  String name();
}
