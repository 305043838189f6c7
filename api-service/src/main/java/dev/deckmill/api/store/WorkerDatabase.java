package dev.deckmill.api.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/** The database as progress, relay and reaper see it: every tenant's rows, and no telemetry. */
@Singleton
public final class WorkerDatabase {
  private final Jdbi jdbi;

  WorkerDatabase(@DataSource("worker") Instance<AgroalDataSource> dataSource) {
    this.jdbi = JdbiSetup.on(dataSource);
  }

  /** Does {@code work} in a transaction. */
  public <T> T inTransaction(Function<Tx, T> work) {
    return JdbiSetup.inTransaction(jdbi, work);
  }

  /** Does {@code work} in a transaction. */
  public void useTransaction(Consumer<Tx> work) {
    inTransaction(
        tx -> {
          work.accept(tx);
          return tx;
        });
  }

  /** Does {@code work} in a transaction none of whose statements may take longer than that. */
  public void useTransaction(Duration longestStatement, Consumer<Tx> work) {
    try {
      useTransaction(
          tx -> {
            tx.handle()
                .createQuery("select set_config('statement_timeout', :millis, true)")
                .bind("millis", Long.toString(longestStatement.toMillis()))
                .mapTo(String.class)
                .one();
            work.accept(tx);
          });
    } catch (ConnectionException e) {
      throw new DatabaseUnreachableException(e);
    }
  }
}
