package dev.deckmill.drive.store;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database, as one tenant sees it. */
@Singleton
public final class TenantDatabase {
  private final Jdbi jdbi;

  public TenantDatabase(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  <T> T as(String tenant, Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          become(handle, tenant);
          return work.apply(handle);
        });
  }

  /** Lets the rest of a transaction see and write rows of {@code tenant}. */
  static void become(Handle handle, String tenant) {
    handle
        .createQuery("select set_config('deckmill.tenant', :tenant, true)")
        .bind("tenant", tenant)
        .mapTo(String.class)
        .one();
  }

  /** Does {@code work} in a transaction that sees the one consent with this state, and no more. */
  <T> T withState(String stateSha256, Function<Handle, T> work) {
    return jdbi.inTransaction(
        handle -> {
          handle
              .createQuery("select set_config('deckmill.state', :state, true)")
              .bind("state", stateSha256)
              .mapTo(String.class)
              .one();
          return work.apply(handle);
        });
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  void use(String tenant, Consumer<Handle> work) {
    as(
        tenant,
        handle -> {
          work.accept(handle);
          return true;
        });
  }

  /** What is done while nobody else, in whatever process, does something under the same name. */
  public interface Alone<T, X extends Exception> {
    T run() throws X;
  }

  /**
   * Does {@code work} while no other process does anything under the same name, and waits until
   * that is so. The lock belongs to a connection of its own, not to a transaction: {@code work} may
   * take minutes and commit as it goes, and a killed process gives it back.
   */
  public <T, X extends Exception> T alone(String name, Alone<T, X> work) throws X {
    try (Handle handle = jdbi.open()) {
      handle.execute("select pg_advisory_lock(hashtextextended(?, 0))", name);
      try {
        return work.run();
      } finally {
        handle.execute("select pg_advisory_unlock(hashtextextended(?, 0))", name);
      }
    }
  }
}
