package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Transactions;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/**
 * The database as whoever writes spans, and reads all of them, sees it: every tenant's, and no
 * spans of its own statements, or they would trace themselves for ever.
 */
@Singleton
public final class SpanDatabase extends Transactions {
  SpanDatabase(@DataSource("worker") Instance<AgroalDataSource> dataSource) {
    super(dataSource);
  }
}
