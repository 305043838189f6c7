package dev.deckmill.allinone.local;

import dev.deckmill.localservers.LocalPostgres;

/** How to get into the set's PostgreSQL, wherever its server runs at the moment. */
public interface Database {
  /** Without user and password. */
  String jdbcUrl();

  /** A role's password. */
  String password(LocalPostgres.Role role);
}
