package dev.deckmill.api.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Function;
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
    return jdbi.inTransaction(handle -> work.apply(new Tx(handle)));
  }

  /** Does {@code work} in a transaction. */
  public void useTransaction(Consumer<Tx> work) {
    jdbi.useTransaction(handle -> work.accept(new Tx(handle)));
  }
}
