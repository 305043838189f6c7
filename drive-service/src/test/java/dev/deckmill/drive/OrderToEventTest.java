package dev.deckmill.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.fakedrive.FakeDrive;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.StoredFile;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.CapturedSpans;
import dev.deckmill.service.testing.TestTopic;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class OrderToEventTest {
  @Inject Publisher publisher;
  @Inject BlobStore blobs;
  @Inject CapturedSpans spans;

  private final String job = "job-" + UUID.randomUUID().toString().substring(0, 8);
  private final String traceId = UUID.randomUUID().toString().replace("-", "");
  private TestTopic events;
  private CapturedLog log;

  @BeforeEach
  void open() {
    events = TestTopic.open(Topics.DECK_UPLOADED);
    log = new CapturedLog();
  }

  @AfterEach
  void close() {
    DriveResource.fake().faults().clear();
    log.close();
    events.close();
  }

  private byte[] deck() {
    byte[] bytes = new byte[700_000];
    new Random(job.hashCode()).nextBytes(bytes);
    return bytes;
  }

  private UploadDeck order() throws Exception {
    BlobRef ref = blobs.put("decks/" + job, deck(), Durability.DURABLE);
    return new UploadDeck(job, "acme", ref, job + ".pptx", List.of("Decks", "2026"), null, 3);
  }

  private void send(String id, UploadDeck order) throws Exception {
    SpanContext sender =
        SpanContext.create(
            traceId, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
    publisher
        .publish(
            new Outgoing(
                id, Topics.DECK_UPLOAD, job, order, Context.root().with(Span.wrap(sender))))
        .toCompletableFuture()
        .get();
  }

  private List<ConsumerRecord<String, byte[]>> answers(int count) {
    return events.await(count, record -> record.key().equals(job) && !isProgress(record));
  }

  private static boolean isProgress(ConsumerRecord<String, byte[]> record) {
    return TestTopic.header(record, "ce_type").equals(MessageType.DECK_UPLOAD_PROGRESSED.ceType());
  }

  @Test
  void tellsOnTheWayHowManyBytesAreThere() throws Exception {
    send("order-0", order());
    List<ConsumerRecord<String, byte[]>> told =
        events.await(2, record -> record.key().equals(job) && isProgress(record));
    assertThat(told)
        .extracting(record -> Wire.read(record.value(), DeckUploadProgressed.class))
        .containsExactly(
            new DeckUploadProgressed(job, "acme", 262_144, 700_000, 3),
            new DeckUploadProgressed(job, "acme", 524_288, 700_000, 3));
  }

  @Test
  void deliversTwoHundredJobsAtOnceIntoOneFolderWithinItsRate() throws Exception {
    int jobs = 200;
    BlobRef ref = blobs.put("decks/" + job, new byte[1000], Durability.DURABLE);
    int callsBefore = DriveResource.fake().calls().size();
    long start = System.nanoTime();
    for (int i = 0; i < jobs; i++) {
      UploadDeck one =
          new UploadDeck(job + "-" + i, "acme", ref, job + "-" + i, List.of(job, "in"), null, 1);
      publisher
          .publish(
              new Outgoing(job + "-" + i, Topics.DECK_UPLOAD, one.jobId(), one, Context.root()))
          .toCompletableFuture()
          .get();
    }
    List<ConsumerRecord<String, byte[]>> all =
        events.await(jobs, record -> record.key().startsWith(job + "-"));
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    assertThat(all)
        .extracting(record -> TestTopic.header(record, "ce_type"))
        .containsOnly(MessageType.DECK_UPLOADED.ceType());
    assertThat(DriveResource.fake().files().stream().map(StoredFile::name))
        .filteredOn(name -> name.startsWith(job))
        .hasSize(jobs)
        .doesNotHaveDuplicates();
    assertThat(DriveResource.fake().folders().stream().filter(each -> each.name().equals(job)))
        .hasSize(1);
    // The token's call is not one of Drive's.
    int calls = DriveResource.fake().calls().size() - callsBefore - 1;
    assertThat(calls).isGreaterThan(3 * jobs);
    assertThat(spent)
        .as("%d calls at %d a second", calls, DriveResource.QUERIES_PER_SECOND)
        .isGreaterThan(Duration.ofSeconds(calls - 1).dividedBy(DriveResource.QUERIES_PER_SECOND));
  }

  private StoredFile file() {
    return DriveResource.fake().files().stream()
        .filter(file -> file.name().equals(job + ".pptx"))
        .reduce(
            (one, other) -> {
              throw new AssertionError("two files of one job");
            })
        .orElseThrow();
  }

  @Test
  void deliversADeckAndSaysSo() throws Exception {
    send("order-1", order());
    ConsumerRecord<String, byte[]> answer = answers(1).get(0);
    DeckUploaded uploaded = Wire.read(answer.value(), DeckUploaded.class);
    assertThat(uploaded.jobId()).isEqualTo(job);
    assertThat(uploaded.tenant()).isEqualTo("acme");
    assertThat(uploaded.run()).isEqualTo(3);
    assertThat(uploaded.fileId()).isEqualTo(file().id());
    assertThat(uploaded.bytes()).isEqualTo(700_000);
    assertThat(uploaded.chunks()).isEqualTo(3);
    assertThat(Files.readAllBytes(DriveResource.fake().content(file().id()))).isEqualTo(deck());
    assertThat(file().driveId()).isEqualTo(DriveResource.shared());
    assertThat(file().appProperties()).containsEntry("deckmillJob", job);
  }

  @Test
  void givesTheSameEventWhenTheOrderComesAgain() throws Exception {
    UploadDeck order = order();
    send("order-2", order);
    send("order-2", order);
    List<ConsumerRecord<String, byte[]>> both = answers(2);
    assertThat(both.get(0).value()).isEqualTo(both.get(1).value());
    assertThat(TestTopic.header(both.get(0), "ce_id"))
        .isEqualTo(TestTopic.header(both.get(1), "ce_id"));
    assertThat(file().size()).isEqualTo(700_000);
  }

  @Test
  void keepsOneTraceThatTellsOfEveryAttemptAndOfNoSecret() throws Exception {
    FakeDrive fake = DriveResource.fake();
    fake.revokeTokens();
    fake.faults()
        .on(CallKind.UPLOAD_START, 1, new Fault.Refuse(503, "backendError"))
        .on(CallKind.UPLOAD_CHUNK, 2, new Fault.ResetAfter());
    DeliveryOptions options =
        new DeliveryOptions(
            "a description that is nobody's business",
            List.of(
                new DeckShare(DeckShare.Kind.USER, "somebody@example.com", DeckShare.Role.READER)),
            null,
            true,
            null,
            null);
    send("order-3", Orders.with(order(), options));
    ConsumerRecord<String, byte[]> answer = answers(1).get(0);
    assertThat(TestTopic.header(answer, "traceparent")).contains(traceId);

    List<SpanData> trace =
        Awaitility.await()
            .until(
                () -> spans.ofTrace(traceId),
                all -> all.stream().anyMatch(span -> span.getName().equals("upload")));
    SpanData upload =
        trace.stream().filter(span -> span.getName().equals("upload")).findFirst().orElseThrow();
    assertThat(upload.getEvents())
        .extracting(EventData::getName)
        .containsExactly("attempt", "retry", "attempt", "retry", "attempt", "resumed");
    assertThat(upload.getAttributes().get(UploadSpan.FILE_ID)).isEqualTo(file().id());
    assertThat(upload.getAttributes().get(UploadSpan.BYTES)).isEqualTo(700_000);
    assertThat(upload.getAttributes().get(UploadSpan.ATTEMPTS)).isEqualTo(3);
    assertThat(trace)
        .filteredOn(span -> span.getSpanId().equals(upload.getParentSpanId()))
        .extracting(SpanData::getName)
        .containsExactly("process " + Topics.DECK_UPLOAD);

    assertThat(fake.secrets()).as("sessions and a token were at stake").hasSizeGreaterThan(1);
    String said = String.join("\n", log.lines()) + spans.ofTrace(traceId);
    assertThat(log.lines()).isNotEmpty();
    assertThat(said).contains("try 1 to deliver it failed");
    fake.secrets().forEach(secret -> assertThat(said).doesNotContain(secret));
    assertThat(said)
        .doesNotContain("upload_id")
        .doesNotContain("Bearer ")
        .doesNotContain("assertion=")
        .doesNotContain("in parents")
        .doesNotContain("appProperties has")
        .doesNotContain("somebody@example.com")
        .doesNotContain("nobody's business");
  }

  @Test
  void saysWithWhichCodeADeliveryFailed() throws Exception {
    DriveResource.fake()
        .faults()
        .always(CallKind.UPLOAD_START, new Fault.Refuse(403, "storageQuotaExceeded"));
    send("order-4", order());
    DeckUploadFailed failed = Wire.read(answers(1).get(0).value(), DeckUploadFailed.class);
    assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_QUOTA);
    assertThat(failed.attempts()).isEqualTo(1);
  }

  @Test
  void putsOrdersThatItCannotReadAmongTheDeadLetters() throws Exception {
    try (TestTopic orders = TestTopic.open(Topics.DECK_UPLOAD);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.DECK_UPLOAD))) {
      orders.send(
          job,
          "{\"jobId\":".getBytes(java.nio.charset.StandardCharsets.UTF_8),
          new RecordHeaders());
      ConsumerRecord<String, byte[]> letter = dead.await(record -> record.key().equals(job));
      assertThat(TestTopic.header(letter, "deckmill-error-code")).isEqualTo("MESSAGE_INVALID");
    }
    send("order-5", order());
    assertThat(answers(1)).as("the next order is not held up").hasSize(1);
  }

  @Test
  void saysThatItIsReadyAndWhereDecksGo() {
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'drive' }.data.access",
            org.hamcrest.Matchers.is("SERVICE_ACCOUNT at 127.0.0.1"));
  }

  @Test
  void countsForPrometheus() throws Exception {
    send("order-6", order());
    answers(1);
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("deckmill_uploads_seconds_count")
        .contains("deckmill_upload_bytes_total")
        .contains("deckmill_drive_calls_total")
        .contains("deckmill_drive_calls_refused_total")
        .contains("deckmill_drive_limiter_wait_seconds_total")
        .contains("deckmill_drive_breaker");
  }
}
