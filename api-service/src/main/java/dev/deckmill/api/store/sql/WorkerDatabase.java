package dev.deckmill.api.store.sql;

import dev.deckmill.service.sql.Transactions;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** The database as progress, relay and reaper see it: every tenant's rows, and no telemetry. */
@Singleton
public final class WorkerDatabase extends Transactions {
  WorkerDatabase(@DataSource("worker") Instance<AgroalDataSource> dataSource) {
    super(dataSource);
  }
}
