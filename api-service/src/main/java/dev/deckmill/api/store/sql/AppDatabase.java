package dev.deckmill.api.store.sql;

import dev.deckmill.service.sql.DatabaseUnreachableException;
import dev.deckmill.service.sql.JdbiSetup;
import dev.deckmill.service.sql.Tx;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.NoOpTransactionHandler;

/**
 * The database as requests see it: the rows of one tenant. Two walls stand between tenants:
 * Hibernate adds the tenant to what it asks, and row-level security shows the rows of the tenant
 * that the transaction named.
 *
 * <p>SQL and entities go over the one connection that the transaction has, in their order. Entities
 * that were changed are written before the transaction ends, so SQL sees those that it is to see
 * only if they are flushed before it.
 */
@Singleton
public final class AppDatabase {
  private final Jdbi jdbi;
  private final SessionTenant tenants;

  private record Ended<T>(Tx tx, T result) {}

  AppDatabase(
      Instance<AgroalDataSource> dataSource, @PersistenceUnitExtension SessionTenant tenants) {
    // Its transactions are begun and ended by Quarkus, of whose connection it gets hold.
    this.jdbi = JdbiSetup.on(dataSource).setTransactionHandler(new NoOpTransactionHandler());
    this.tenants = tenants;
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  @ActivateRequestContext // Quarkus asks for a session's tenant in one alone.
  public <T> T as(String tenant, Function<Tx, T> work) {
    return tenants.during(tenant, () -> inTransaction("deckmill.tenant", tenant, work));
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  public <T> T as(String tenant, Supplier<T> work) {
    return as(tenant, tx -> work.get());
  }

  /** Does {@code work} in a transaction that sees nothing but the key with this hash. */
  @ActivateRequestContext
  public <T> T showing(String keySha256, Supplier<T> work) {
    return tenants.duringNobodys(
        () -> inTransaction("deckmill.key_sha256", keySha256, tx -> work.get()));
  }

  private <T> T inTransaction(String setting, String value, Function<Tx, T> work) {
    try {
      Ended<T> ended =
          QuarkusTransaction.requiringNew()
              .call(() -> jdbi.withHandle(handle -> begun(new Tx(handle), setting, value, work)));
      ended.tx().ended();
      return ended.result();
    } catch (ConnectionException e) {
      throw new DatabaseUnreachableException(e);
    }
  }

  private static <T> Ended<T> begun(Tx tx, String setting, String value, Function<Tx, T> work) {
    tx.handle().execute("select set_config(?, ?, true)", setting, value);
    return new Ended<>(tx, work.apply(tx));
  }
}
