package dev.deckmill.drive.store;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.Session;

/**
 * The database, as one tenant sees it. Two walls stand between tenants: Hibernate adds the tenant
 * to what it asks, and row-level security shows the rows of the tenant that the transaction named.
 */
@Singleton
public final class TenantDatabase {
  private final Session session;
  private final SessionTenant tenants;
  private final DataSource dataSource;

  TenantDatabase(
      Session session, @PersistenceUnitExtension SessionTenant tenants, DataSource dataSource) {
    this.session = session;
    this.tenants = tenants;
    this.dataSource = dataSource;
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  @ActivateRequestContext // Quarkus asks for a session's tenant in one alone.
  <T> T as(String tenant, Supplier<T> work) {
    return tenants.during(tenant, () -> inTransaction("deckmill.tenant", tenant, work));
  }

  /** Does {@code work} in a transaction that sees and writes rows of {@code tenant} alone. */
  void use(String tenant, Runnable work) {
    as(
        tenant,
        () -> {
          work.run();
          return true;
        });
  }

  /** Does {@code work} in a transaction that sees the one consent with this state, and no more. */
  @ActivateRequestContext
  <T> T withState(String stateSha256, Supplier<T> work) {
    return tenants.duringNobodys(() -> inTransaction("deckmill.state", stateSha256, work));
  }

  private <T> T inTransaction(String setting, String value, Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              session
                  .createNativeQuery("select set_config(:setting, :value, true)", String.class)
                  .setParameter("setting", setting)
                  .setParameter("value", value)
                  .getSingleResult();
              return work.get();
            });
  }

  /** When the transaction began, by the database's clock. */
  Instant now() {
    return session.createNativeQuery("select now()", Instant.class).getSingleResult();
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
    try (Connection connection = dataSource.getConnection()) {
      lock(connection, "select pg_advisory_lock(hashtextextended(?, 0))", name);
      try {
        return work.run();
      } finally {
        lock(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database gives no lock", e);
    }
  }

  private static void lock(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.execute();
    }
  }
}
