package dev.deckmill.drive;

import dev.deckmill.drive.store.ConnectionStore;
import dev.deckmill.drive.store.ConsentStore;
import dev.deckmill.drive.store.FolderStore;
import dev.deckmill.drive.store.PictureStore;
import dev.deckmill.drive.store.PlacedDeckStore;
import dev.deckmill.drive.store.SecretSeal;
import dev.deckmill.drive.store.SessionSeal;
import dev.deckmill.drive.store.SlidesStore;
import dev.deckmill.drive.store.TenantDatabase;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.drive.store.row.ConnectionRows;
import dev.deckmill.drive.store.row.ConsentRows;
import dev.deckmill.drive.store.row.FolderRows;
import dev.deckmill.drive.store.row.UploadRows;
import dev.deckmill.localservers.LocalPostgres;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.testing.TestPostgres;
import io.quarkus.arc.Arc;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the service that a test runs in remembers. Stores that seal are made here, because tests
 * have keys of their own.
 */
public final class TestDatabase {
  private TestDatabase() {}

  /** As the service's app role: one tenant at a time. */
  public static TenantDatabase tenants() {
    return bean(TenantDatabase.class);
  }

  public static UploadStore uploads(SessionSeal seal) {
    return new UploadStore(tenants(), bean(UploadRows.class), seal);
  }

  public static ConnectionStore connections(SecretSeal seal) {
    return new ConnectionStore(
        tenants(),
        bean(ConnectionRows.class),
        bean(FolderRows.class),
        bean(UploadRows.class),
        seal);
  }

  public static ConsentStore consents(SecretSeal seal) {
    return new ConsentStore(tenants(), bean(ConsentRows.class), seal);
  }

  public static FolderStore folders() {
    return bean(FolderStore.class);
  }

  public static SlidesStore slides() {
    return bean(SlidesStore.class);
  }

  public static PictureStore pictures() {
    return bean(PictureStore.class);
  }

  public static PlacedDeckStore placedDecks() {
    return bean(PlacedDeckStore.class);
  }

  private static <T> T bean(Class<T> type) {
    return Arc.container().instance(type).get();
  }

  /** How another process gets there as the service's app role: address, user, password. */
  static List<String> access() {
    LocalPostgres postgres = TestPostgres.server();
    return List.of(postgres.jdbcUrl(), Role.APP.user(), postgres.password(Role.APP));
  }

  /** As a superuser, who sees everything. */
  public static DataSource everything() {
    LocalPostgres postgres = TestPostgres.server();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(postgres.jdbcUrl());
    source.setUser(Role.SUPERUSER.user());
    source.setPassword(postgres.password(Role.SUPERUSER));
    return source;
  }
}
