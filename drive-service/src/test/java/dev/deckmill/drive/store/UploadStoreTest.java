package dev.deckmill.drive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.TestDatabase;
import dev.deckmill.drive.store.UploadStore.Begun;
import dev.deckmill.drive.store.row.FolderRows;
import dev.deckmill.drive.store.row.PictureRows;
import dev.deckmill.drive.store.row.UploadRows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Servers
class UploadStoreTest {
  @TempDir Path dir;
  @Inject Session session;
  private final TenantDatabase database = TestDatabase.tenants();
  private final UploadStore store = new UploadStore(database, new UploadRows(), SessionSeal.none());
  private final FolderStore folders = new FolderStore(database, new FolderRows());
  private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);

  private UploadDeck order(int deck) {
    BlobRef ref = new BlobRef("decks/a", 0, 10, "%064x".formatted(deck));
    return new UploadDeck("job", tenant, ref, "a.pptx", List.of(), null, 1);
  }

  private OpenUpload begin(UploadDeck order) {
    assertThat(store.begin(order)).isInstanceOf(Begun.Now.class);
    return ((Begun.Now) store.begin(order)).upload();
  }

  @Test
  void remembersHowFarAnUploadIs() {
    OpenUpload fresh = begin(order(1));
    assertThat(fresh.fileId()).isEmpty();
    assertThat(fresh.session()).isEmpty();
    store.prepare(fresh, "file", "md5");
    store.startSession(fresh, "http://session");
    OpenUpload later = begin(order(1));
    assertThat(later.fileId()).hasValue("file");
    assertThat(later.deckMd5()).hasValue("md5");
    assertThat(later.session()).hasValue("http://session");
    assertThat(later.attempts()).isGreaterThan(fresh.attempts());
  }

  @Test
  void forgetsTheSessionButNotTheFileWhenTheDeckIsAnother() {
    OpenUpload fresh = begin(order(1));
    store.prepare(fresh, "file", "md5");
    store.startSession(fresh, "http://session");
    OpenUpload other = begin(order(2));
    assertThat(other.fileId()).hasValue("file");
    assertThat(other.deckMd5()).isEmpty();
    assertThat(other.session()).isEmpty();
  }

  @Test
  void keepsSessionsSealed() throws Exception {
    Path key = Files.write(dir.resolve("key"), new byte[32]);
    UploadStore sealing = new UploadStore(database, new UploadRows(), SessionSeal.withKeyIn(key));
    OpenUpload upload = begin(order(1));
    sealing.startSession(upload, "http://drive/upload_id=secret");
    String stored =
        Jdbi.create(TestDatabase.everything())
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select encode(session_sealed, 'escape') from drive.upload"
                                + " where tenant = ?")
                        .bind(0, tenant)
                        .mapTo(String.class)
                        .one());
    assertThat(stored).isNotBlank().doesNotContain("secret");
  }

  @Test
  void addsUpTheTimeOfAllTries() {
    OpenUpload upload = begin(order(1));
    store.prepare(upload, "file", "md5");
    store.spent(upload, 5);
    assertThat(store.finish(upload, "folder", Optional.empty(), 10, 7).micros()).isEqualTo(12);
  }

  @Test
  void showsATenantItsOwnRowsAlone() {
    begin(order(1));
    folders.put(tenant, "root", "Decks", new FolderStore.Folder("f", true));
    assertThat(folders.find("other", "root", "Decks")).isEmpty();
    new PictureStore(database, new PictureRows())
        .put(
            begin(order(1)),
            List.of(new PictureStore.Picture(1, "p", Optional.empty(), Optional.empty())));
    for (String table : List.of("upload", "drive_folder", "picture")) {
      assertThat(count("other", table)).isZero();
      assertThat(count(tenant, table)).isEqualTo(1);
    }
  }

  @Test
  void showsNoRowsOfAnotherTenantEvenWhereRowLevelSecurityWould() {
    begin(order(1));
    UploadRows rows = new UploadRows();
    long[] seen =
        database.as(
            "other",
            () -> {
              // As if somebody had got the setting wrong.
              session
                  .createNativeQuery(
                      "select set_config('deckmill.tenant', :tenant, true)", String.class)
                  .setParameter("tenant", tenant)
                  .getSingleResult();
              String all = "select count(*) from drive.upload";
              long shown = session.createNativeQuery(all, Long.class).getSingleResult();
              return new long[] {
                shown, rows.count(), rows.listAll().size(), rows.update("pictures = 7")
              };
            });
    assertThat(seen).containsExactly(1, 0, 0, 0);
    assertThat(database.as(tenant, () -> new UploadRows().findById("job").pictures)).isZero();
  }

  @Test
  void opensNoSessionForNobody() {
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> new UploadRows().count()))
        .hasStackTraceContaining("outside of TenantDatabase");
  }

  @Test
  void letsNoTableWithATenantBeReadPastRowLevelSecurity() {
    List<String> open =
        Jdbi.create(TestDatabase.everything())
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                             where c.relnamespace = 'drive'::regnamespace and c.relkind = 'r'
                               and a.attname = 'tenant' and not (c.relrowsecurity and c.relforcerowsecurity)
                            """)
                        .mapTo(String.class)
                        .list());
    assertThat(open).isEmpty();
  }

  /** Asks for everything: what is left out is left out by the database itself. */
  private int count(String asTenant, String table) {
    String sql = "select count(*) from drive." + table;
    return database.as(
        asTenant, () -> session.createNativeQuery(sql, Integer.class).getSingleResult());
  }

  @Test
  void forgetsAFolderWithAllThatIsInIt() {
    folders.put(tenant, "root", "a", new FolderStore.Folder("A", true));
    folders.put(tenant, "A", "b", new FolderStore.Folder("B", true));
    folders.put(tenant, "B", "c", new FolderStore.Folder("C", true));
    folders.put(tenant, "root", "d", new FolderStore.Folder("D", true));
    folders.forget(tenant, "A");
    assertThat(folders.find(tenant, "B", "c")).isEmpty();
    assertThat(folders.find(tenant, "root", "a")).isEmpty();
    assertThat(folders.find(tenant, "root", "d")).isPresent();
  }
}
