package dev.deckmill.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a process of this service is there for. */
@ConfigMapping(prefix = "deckmill.roles")
public interface RolesConfig {
  /**
   * Whether it takes jobs in, decides what is next and answers requests: what needs the database,
   * and no way out.
   */
  @WithDefault("true")
  boolean api();

  /**
   * Whether it fetches pages by their URLs: what needs a way out, and no database. Strangers'
   * servers are asked, so it is better done by a process that does nothing else.
   */
  @WithDefault("false")
  boolean fetch();
}
