package dev.deckmill.api.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.store.outbox.OutboxRow;
import dev.deckmill.api.store.outbox.OutboxRow.Lane;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.service.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@Servers
final class RelayTest {
  @Inject WorkerDatabase database;
  @Inject OutboxStore outbox;
  @Inject Relay relay;
  private final TestTopic events = TestTopic.open(Topics.JOB_EVENTS);

  @AfterEach
  void close() {
    events.close();
  }

  @ParameterizedTest
  @EnumSource
  void sendsAgainWhatWasNotAcknowledgedUnderTheSameId(FlakyPublisher.Fault fault) {
    String job = "relay-" + UUID.randomUUID();
    FlakyPublisher.PLAN.add(new FlakyPublisher.Planned(job, fault));
    FlakyPublisher.PLAN.add(new FlakyPublisher.Planned(job, fault));
    database.useTransaction(tx -> outbox.add(tx, List.of(row(job, 1, Lane.SMALL))));

    int times = fault == FlakyPublisher.Fault.ACK_LOST ? 3 : 1;
    List<ConsumerRecord<String, byte[]>> sent = events.await(times, record -> isOf(record, job));

    assertThat(sent)
        .extracting(record -> TestTopic.header(record, "ce_id"))
        .containsOnly(job + "-1");
    awaitEmpty(job);
    assertThat(events.soFar().stream().filter(record -> isOf(record, job))).hasSize(times);
  }

  /** How a row can be wrong: what another version wrote, or somebody by hand. */
  enum Wrong {
    TYPE,
    VERSION,
    BODY,
    TOPIC
  }

  @ParameterizedTest
  @EnumSource
  void putsARowAsideThatCanNotBeReadAndSendsTheOthersOnce(Wrong wrong) {
    String job = "relay-" + UUID.randomUUID();
    OutboxRow bad = wrong(row(job, 1, Lane.SMALL), wrong);
    database.useTransaction(
        tx ->
            outbox.add(
                tx, List.of(bad, row(job, 2, Lane.SMALL), page(row(job, 3, Lane.SMALL), 3))));

    events.await(record -> isOf(record, job));
    events.await(record -> isOf(record, job + ":3"));
    awaitEmpty(job);
    assertThat(events.soFar().stream().filter(record -> record.key().startsWith(job)))
        .extracting(record -> TestTopic.header(record, "ce_id"))
        .containsExactlyInAnyOrder(job + "-2", job + "-3");
    assertThat(
            Rows.number(
                "select count(*) from api.outbox_dead where job_id = :job and code = 'MESSAGE_INVALID'",
                Map.of("job", job)))
        .isEqualTo(1);
    given().get("/q/health/ready").then().statusCode(200);
    assertThat(given().get("/q/metrics").asString())
        .containsPattern("deckmill_outbox_dead_total\\{[^}]*MESSAGE_INVALID[^}]*\\} [1-9]");
  }

  /** As docs/operations.md says. */
  @Test
  void sendsADeadRowThatWasMended() {
    String job = "relay-" + UUID.randomUUID();
    database.useTransaction(
        tx -> outbox.add(tx, List.of(wrong(row(job, 1, Lane.SMALL), Wrong.VERSION))));
    Map<String, String> ofJob = Map.of("job", job);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Rows.change(
                        "update api.outbox_dead set type = replace(type, '.v99', '.v1') where job_id = :job",
                        ofJob)
                    == 1);

    assertThat(
            Rows.change(
                """
                with back as (delete from api.outbox_dead where job_id = :job returning *)
                insert into api.outbox (tenant, job_id, lane, topic, key, ce_id, type, body, traceparent)
                select tenant, job_id, lane, topic, key, ce_id, type, body, traceparent from back order by id
                """,
                ofJob))
        .isEqualTo(1);
    assertThat(TestTopic.header(events.await(record -> isOf(record, job)), "ce_id"))
        .isEqualTo(job + "-1");
  }

  private static OutboxRow wrong(OutboxRow row, Wrong how) {
    String version = row.type().replace(".v1", ".v99");
    return new OutboxRow(
        row.tenant(),
        row.jobId(),
        row.lane(),
        how == Wrong.TOPIC ? "deckmill.unheard-of" : row.topic(),
        row.key(),
        row.ceId(),
        how == Wrong.TYPE ? "unheard of" : how == Wrong.VERSION ? version : row.type(),
        how == Wrong.BODY ? "[\"no event\"]" : row.body(),
        null,
        Duration.ZERO);
  }

  @Test
  void keepsTheOrderOfAKeyHoweverManyRelaysSend() {
    String job = "relay-" + UUID.randomUUID();
    int rows = 60;
    AtomicBoolean done = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(3)) {
      for (int thread = 0; thread < 3; thread++) {
        threads.execute(
            () -> {
              while (!done.get()) {
                relay.sendBatch();
              }
            });
      }
      for (int number = 1; number <= rows; number++) {
        OutboxRow row = row(job, number, Lane.SMALL);
        database.useTransaction(tx -> outbox.add(tx, List.of(row)));
      }
      List<ConsumerRecord<String, byte[]>> sent = events.await(rows, record -> isOf(record, job));
      done.set(true);
      assertThat(sent)
          .extracting(record -> TestTopic.header(record, "ce_id"))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, rows).mapToObj(number -> job + "-" + number).toList());
    } finally {
      done.set(true);
    }
  }

  @Test
  void passesTheSmallLaneFirstAndWhatNobodyActsOnLast() {
    String job = "relay-" + UUID.randomUUID();
    List<String> keys =
        database.inTransaction(
            tx -> {
              outbox.add(
                  tx,
                  List.of(
                      row(job + "d", 4, Lane.NEWS),
                      row(job + "a", 1, Lane.BULK),
                      row(job + "b", 2, Lane.BULK),
                      row(job + "c", 3, Lane.SMALL)));
              return outbox.hold(tx, 100).stream().map(OutboxStore.Due::key).toList();
            });

    assertThat(keys.stream().filter(key -> key.startsWith(job)))
        .containsExactly(job + "c", job + "a", job + "b", job + "d");
  }

  @Test
  void holdsARowBackAsLongAsItWasTold() {
    String job = "relay-" + UUID.randomUUID();
    boolean given =
        database.inTransaction(
            tx -> {
              outbox.add(tx, List.of(late(row(job, 1, Lane.SMALL))));
              return outbox.hold(tx, 100).stream().anyMatch(due -> due.key().equals(job));
            });

    assertThat(given).isFalse();
    assertThat(Rows.change("delete from api.outbox where job_id = :job", Map.of("job", job)))
        .isEqualTo(1);
  }

  /**
   * Every order that was sent leaves a dead row until the next vacuum. A plan that was made for the
   * empty table of the last one reads them all, for each row that is to be sent.
   */
  @Test
  void looksAtNoMoreThanItSendsHoweverMuchWasSentBefore() {
    sendOften();
    vacuumWhileEmpty();
    sendOften();
    String job = "relay-" + UUID.randomUUID();
    int rows = 100;

    long blocks =
        database.inTransaction(
            tx -> {
              outbox.add(tx, rows(job, rows));
              long before = blocksRead(tx);
              List<OutboxStore.Due> due = outbox.hold(tx, rows);
              long read = blocksRead(tx) - before;
              assertThat(due).hasSize(rows);
              outbox.sent(tx, ids(due, job));
              return read;
            });

    assertThat(blocks).isLessThan(20L * rows);
  }

  /** Of the job's rows alone: what another test left is for the relay. */
  private static List<Long> ids(List<OutboxStore.Due> due, String job) {
    return due.stream()
        .filter(row -> row.key().startsWith(job + ":"))
        .map(OutboxStore.Due::id)
        .toList();
  }

  private void sendOften() {
    for (int round = 1; round <= 100; round++) {
      String job = "relay-" + UUID.randomUUID();
      database.useTransaction(
          tx -> {
            outbox.add(tx, rows(job, 200));
            outbox.sent(tx, ids(outbox.hold(tx, 200), job));
          });
    }
  }

  /** As autovacuum does while somebody reads: pages stay, and count as pages without rows. */
  private static void vacuumWhileEmpty() {
    try (Handle superuser = Rows.as(Role.SUPERUSER)) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                superuser.execute("vacuum (analyze, truncate off) api.outbox");
                return superuser
                    .createQuery(
                        "select reltuples = 0 from pg_class where oid = 'api.outbox'::regclass")
                    .mapTo(Boolean.class)
                    .one();
              });
    }
  }

  private static List<OutboxRow> rows(String job, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> page(row(job, number, Lane.BULK), number))
        .toList();
  }

  /** Of the table and its indexes, by this transaction. */
  private static long blocksRead(Tx tx) {
    return tx.handle()
        .createQuery(
            """
            select sum(pg_stat_get_xact_blocks_fetched(oid)) from (
              select 'api.outbox'::regclass as oid
              union all
              select indexrelid from pg_index where indrelid = 'api.outbox'::regclass) parts
            """)
        .mapTo(Long.class)
        .one();
  }

  @Test
  void goesOnWhenTheConnectionItListensOnBreaks() {
    try (Handle superuser = Rows.as(Role.SUPERUSER)) {
      assertThat(
              superuser
                  .createQuery(
                      """
                      select pg_terminate_backend(pid) from pg_stat_activity
                       where application_name = 'deckmill outbox bell'
                      """)
                  .mapTo(Boolean.class)
                  .list())
          .containsExactly(true);
    }
    for (int number = 1; number <= 3; number++) {
      String job = "relay-" + UUID.randomUUID();
      database.useTransaction(tx -> outbox.add(tx, List.of(row(job, 1, Lane.SMALL))));
      events.await(record -> isOf(record, job));
    }
  }

  private static boolean isOf(ConsumerRecord<String, byte[]> record, String job) {
    return job.equals(record.key());
  }

  private static void awaitEmpty(String job) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Rows.number(
                        "select count(*) from api.outbox where job_id = :job", Map.of("job", job))
                    == 0);
  }

  private static OutboxRow row(String job, int number, Lane lane) {
    JobChanged event = new JobChanged(job, "acme", "queued", 1, 0, 0, null);
    return new OutboxRow(
        "acme",
        job,
        lane,
        Topics.JOB_EVENTS,
        job,
        job + "-" + number,
        MessageType.JOB_CHANGED.ceType(),
        MessageText.of(event),
        null,
        Duration.ZERO);
  }

  private static OutboxRow page(OutboxRow row, int number) {
    return with(row, row.key() + ":" + number, Duration.ZERO);
  }

  private static OutboxRow late(OutboxRow row) {
    return with(row, row.key(), Duration.ofHours(1));
  }

  private static OutboxRow with(OutboxRow row, String key, Duration delay) {
    return new OutboxRow(
        row.tenant(),
        row.jobId(),
        row.lane(),
        row.topic(),
        key,
        row.ceId(),
        row.type(),
        row.body(),
        null,
        delay);
  }
}
