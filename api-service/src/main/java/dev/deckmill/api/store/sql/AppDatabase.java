package dev.deckmill.api.store.sql;

import dev.deckmill.service.sql.DatabaseUnreachableException;
import dev.deckmill.service.sql.JdbiSetup;
import dev.deckmill.service.sql.Tx;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/** The database as requests see it: the rows of one tenant. */
@Singleton
public final class AppDatabase {
  private final Jdbi jdbi;

  AppDatabase(Instance<AgroalDataSource> dataSource) {
    this.jdbi = JdbiSetup.on(dataSource);
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  public <T> T as(String tenant, Function<Tx, T> work) {
    return inTransaction("deckmill.tenant", tenant, work);
  }

  /** Does {@code work} in a transaction that sees nothing but the key with this hash. */
  public <T> T showing(String keySha256, Function<Tx, T> work) {
    return inTransaction("deckmill.key_sha256", keySha256, work);
  }

  private <T> T inTransaction(String setting, String value, Function<Tx, T> work) {
    try {
      return JdbiSetup.inTransaction(
          jdbi,
          tx -> {
            tx.handle()
                .createQuery("select set_config(:setting, :value, true)")
                .bind("setting", setting)
                .bind("value", value)
                .mapTo(String.class)
                .one();
            return work.apply(tx);
          });
    } catch (ConnectionException e) {
      throw new DatabaseUnreachableException(e);
    }
  }
}
