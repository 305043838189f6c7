package dev.deckmill.service.testing;

import dev.deckmill.localservers.LocalPostgres;
import dev.deckmill.localservers.LocalPostgres.Role;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database, past the service. */
public final class Rows {
  private Rows() {}

  /** As a role; close the handle. */
  public static Handle as(Role role) {
    LocalPostgres server = TestPostgres.server();
    return Jdbi.open(server.jdbcUrl(), role.user(), server.password(role));
  }

  /** Changes rows as the worker role, which sees every tenant. */
  public static int change(String sql, Map<String, ?> values) {
    try (Handle handle = as(Role.WORKER)) {
      return handle.createUpdate(sql).bindMap(values).execute();
    }
  }

  /** A number that a query answers with. */
  public static long number(String sql, Map<String, ?> values) {
    try (Handle handle = as(Role.WORKER)) {
      return handle.createQuery(sql).bindMap(values).mapTo(Long.class).one();
    }
  }
}
