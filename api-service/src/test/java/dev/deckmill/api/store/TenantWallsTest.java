package dev.deckmill.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.store.intake.KeyStore;
import dev.deckmill.api.store.intake.StoredUpload;
import dev.deckmill.api.store.intake.UploadStore;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.job.JobFilter;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.page.PageReader;
import dev.deckmill.api.store.row.IdempotencyRows;
import dev.deckmill.api.store.row.KeyRows;
import dev.deckmill.api.store.row.PageRows;
import dev.deckmill.api.store.row.UploadRows;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.testing.ApiKeys;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.service.testing.Rows;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hibernate's tenant id and row-level security, each with the other one out of the way. */
@QuarkusTest
@Servers
final class TenantWallsTest {
  private static final String KEY = "walls-key-walls-key-walls-key-walls";

  @Inject AppDatabase database;
  @Inject Session session;
  @Inject JobReader jobs;
  @Inject PageReader pages;
  @Inject KeyStore keys;
  @Inject UploadStore uploads;
  @Inject AuditStore audit;
  @Inject PageRows pageRows;
  @Inject UploadRows uploadRows;
  @Inject IdempotencyRows idempotencyRows;
  @Inject KeyRows keyRows;

  private String job;
  private final String upload = UUID.randomUUID().toString();
  private final String idempotencyKey = UUID.randomUUID().toString();

  @BeforeEach
  void leaveRowsOfATenant() {
    job =
        Client.pages(2)
            .header("Idempotency-Key", idempotencyKey)
            .post("/v1/jobs")
            .jsonPath()
            .getString("id");
    database.as(
        "acme",
        tx -> {
          uploads.begin(tx, upload, "a.svg", Duration.ofHours(1));
          return true;
        });
    database.as(
        "acme", () -> uploads.finish(upload, new BlobRef("uploads/a", 0, 1, "ab".repeat(32))));
  }

  @Test
  void entitiesFitTheSchema() {
    assertThatCode(() -> session.getSessionFactory().getSchemaManager().validateMappedObjects())
        .doesNotThrowAnyException();
  }

  @Test
  void showsATenantItsOwnRows() {
    long[] seen = database.as("acme", tx -> seen(tx, "acme"));
    assertThat(seen).doesNotContain(0);
  }

  @Test
  void showsNoRowsOfAnotherTenantEvenWhereRowLevelSecurityWould() {
    List<Long> shown =
        database.as(
            "other",
            tx -> {
              become(tx, "acme");
              return List.of(count("api.job"), count("api.upload"));
            });
    assertThat(shown).doesNotContain(0L);
    long[] seen =
        database.as(
            "other",
            tx -> {
              become(tx, "acme");
              return seen(tx, "other");
            });
    assertThat(seen).containsOnly(0);
  }

  @Test
  void changesNoRowsOfAnotherTenantEvenWhereRowLevelSecurityWould() {
    int changed =
        database.as(
            "other",
            tx -> {
              become(tx, "acme");
              return uploadRows.update("fileKey = 'stolen' where id = ?1", upload);
            });
    assertThat(changed).isZero();
    assertThatThrownBy(
            () ->
                database.as(
                    "other",
                    tx -> {
                      become(tx, "acme");
                      return uploads.finish(upload, new BlobRef("x", 0, 1, "cd".repeat(32)));
                    }))
        .hasMessageContaining("is not kept");
    StoredUpload untouched = database.as("acme", () -> uploads.find(upload)).orElseThrow();
    assertThat(untouched.bytes().key()).isEqualTo("uploads/a");
  }

  @Test
  void writesNothingForAnotherTenant() {
    AuditStore.Deed deed = new AuditStore.Deed("acme", "a", "b", "c", "d", null);
    assertThatThrownBy(
            () ->
                database.as(
                    "other",
                    () -> {
                      audit.note(deed);
                      return true;
                    }))
        .hasMessageContaining("row-level security");
  }

  /** What is left out here is left out by the database itself. */
  @Test
  void hidesRowsOfAnotherTenantFromWhatGoesPastHibernatesTenant() {
    for (String table :
        List.of("job", "page", "page_tally", "stage_row", "upload", "idempotency", "api_key")) {
      String of = "api." + table + " where tenant = 'acme'";
      long seen = database.as("other", () -> count(of));
      assertThat(seen).as(table).isZero();
    }
    int changed =
        database.as(
            "other",
            () ->
                session
                    .createNativeMutationQuery(
                        "update api.upload set file_key = 'stolen' where id = :id")
                    .setParameter("id", upload)
                    .executeUpdate());
    assertThat(changed).isZero();
    long own = database.as("acme", () -> count("api.job"));
    assertThat(own).isPositive();
  }

  @Test
  void opensNoSessionForNobody() {
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(() -> pageRows.count()))
        .hasStackTraceContaining("outside of AppDatabase");
  }

  @Test
  void showsOneKeyToWhoeverHasIt() {
    ApiKeys.add("walls", KEY);
    String hash = sha256(KEY);
    assertThat(keys.find(hash).orElseThrow().tenant()).isEqualTo("walls");
    long[] seen =
        database.showing(
            hash, () -> new long[] {keyRows.count(), keyRows.listAll().size(), pageRows.count()});
    assertThat(seen).containsExactly(1, 1, 0);
    assertThat(keys.find("00".repeat(32))).isEmpty();
  }

  @Test
  void speaksSqlAndOfEntitiesInOneTransactionOnOneConnection() {
    String ofSession = "select pg_backend_pid() || '/' || pg_current_xact_id()";
    Function<Tx, List<String>> both =
        tx ->
            List.of(
                tx.handle().createQuery(ofSession).mapTo(String.class).one(),
                session.createNativeQuery(ofSession, String.class).getSingleResult());
    List<String> seen = database.as("acme", both);
    assertThat(seen.getFirst()).isEqualTo(seen.getLast());
  }

  @Test
  void keepsNothingOfATransactionThatFailed() {
    String id = UUID.randomUUID().toString();
    assertThatThrownBy(
            () ->
                database.as(
                    "acme",
                    tx -> {
                      tx.handle()
                          .execute(
                              "insert into api.intake (tenant, job_id) values ('acme', ?)", id);
                      audit.note(new AuditStore.Deed("acme", "a", "b", id, "d", null));
                      throw new IllegalStateException("on purpose");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");
    try (Handle all = Rows.as(Role.WORKER)) {
      assertThat(
              all.createQuery(
                      """
                      select (select count(*) from api.intake where job_id = :id)
                           + (select count(*) from api.audit where object = :id)
                      """)
                  .bind("id", id)
                  .mapTo(Long.class)
                  .one())
          .isZero();
    }
  }

  @Test
  void readsAJobAsItIsAfterSqlMovedIt() {
    List<String> titles =
        database.as(
            "acme",
            tx -> {
              String before = jobs.find(tx, "acme", job).orElseThrow().job().request().title();
              tx.handle().execute("update api.job set title = 'moved' where id = ?", job);
              String after = jobs.find(tx, "acme", job).orElseThrow().job().request().title();
              return List.of(before, after);
            });
    assertThat(titles.getFirst()).isNotEqualTo("moved");
    assertThat(titles.getLast()).isEqualTo("moved");
  }

  private long[] seen(Tx tx, String tenant) {
    JobFilter all = new JobFilter(Set.<JobState>of(), null, null, null, null);
    return new long[] {
      jobs.find(tx, tenant, job).stream().count(),
      jobs.list(tx, tenant, all, 10).size(),
      pages.list(job, 0, 10).size(),
      pageRows.count(),
      uploads.find(upload).stream().count(),
      uploadRows.count(),
      idempotencyRows.find(idempotencyKey, Duration.ofHours(1)).stream().count(),
      keyRows.count()
    };
  }

  private long count(String what) {
    return session.createNativeQuery("select count(*) from " + what, Long.class).getSingleResult();
  }

  /** As if somebody had got the setting wrong. */
  private static void become(Tx tx, String tenant) {
    tx.handle()
        .createQuery("select set_config('deckmill.tenant', :tenant, true)")
        .bind("tenant", tenant)
        .mapTo(String.class)
        .one();
  }

  private static String sha256(String key) {
    try (Handle handle = Rows.as(Role.WORKER)) {
      return handle
          .createQuery("select encode(sha256(convert_to(:key, 'UTF8')), 'hex')")
          .bind("key", key)
          .mapTo(String.class)
          .one();
    }
  }
}
