package dev.deckmill.drive;

import dev.deckmill.drive.store.TenantDatabase;
import dev.deckmill.localservers.LocalPostgres;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.testing.TestPostgres;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** The real PostgreSQL of the test run with this service's tables, for tests without Quarkus. */
public final class TestDatabase {
  private static final TestDatabase SHARED = start();

  private final LocalPostgres postgres;
  private final AgroalDataSource pool;

  private TestDatabase(LocalPostgres postgres) throws SQLException {
    this.postgres = postgres;
    AgroalDataSourceConfigurationSupplier config =
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pooled ->
                    pooled
                        .maxSize(40)
                        .connectionFactoryConfiguration(
                            made ->
                                made.jdbcUrl(postgres.jdbcUrl())
                                    .principal(new NamePrincipal(Role.APP.user()))
                                    .credential(new SimplePassword(postgres.password(Role.APP)))));
    this.pool = AgroalDataSource.from(config);
  }

  /** As the service's app role: one tenant at a time. */
  public static TenantDatabase tenants() {
    return new TenantDatabase(SHARED.pool);
  }

  /** How another process gets there as the service's app role: address, user, password. */
  static List<String> access() {
    return List.of(SHARED.postgres.jdbcUrl(), Role.APP.user(), SHARED.postgres.password(Role.APP));
  }

  /** As a superuser, who sees everything. */
  public static DataSource everything() {
    return SHARED.as(Role.SUPERUSER);
  }

  private static TestDatabase start() {
    try {
      TestDatabase database = new TestDatabase(TestPostgres.server());
      Flyway.configure()
          .dataSource(database.as(Role.OWNER))
          .defaultSchema("drive")
          .locations("db/drive")
          .load()
          .migrate();
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException("The test's database can't be reached", e);
    }
  }

  private DataSource as(Role role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl());
    source.setUser(role.user());
    source.setPassword(postgres.password(role));
    return source;
  }
}
