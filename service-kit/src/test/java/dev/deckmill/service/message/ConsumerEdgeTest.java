package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.testing.CapturedSpans;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ConsumerEdgeTest.Edge.class)
@WithTestResource(TestKafka.class)
final class ConsumerEdgeTest {
  /** Brings the scripted consumers, and short waits. */
  public static final class Edge implements QuarkusTestProfile {
    @Override
    public String getConfigProfile() {
      return "test,edge";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.ofEntries(
          Map.entry("deckmill.retry.first-delay", "5ms"),
          Map.entry("deckmill.retry.longest-delay", "20ms"),
          Map.entry("deckmill.retry.tries", "4"),
          Map.entry("smallrye.messaging.worker.single.max-concurrency", "4"),
          Map.entry("mp.messaging.incoming.single.connector", "smallrye-kafka"),
          Map.entry("mp.messaging.incoming.single.topic", Topics.DECK_PACKAGE),
          Map.entry("mp.messaging.incoming.single.group.id", "edge-single"),
          Map.entry("mp.messaging.incoming.batch.connector", "smallrye-kafka"),
          Map.entry("mp.messaging.incoming.batch.topic", Topics.PAGE_RESULT),
          Map.entry("mp.messaging.incoming.batch.group.id", "edge-batch"),
          Map.entry("mp.messaging.incoming.batch.batch", "true"));
    }
  }

  @Inject ScriptedConsumer consumer;
  @Inject Publisher publisher;
  @Inject OpenTelemetry openTelemetry;
  @Inject CapturedSpans spans;

  @Test
  void worksInsideASpanBelowAndLinkedToTheSendersSpan() throws Exception {
    String job = "job-" + UUID.randomUUID();
    var traceInLog = new AtomicReference<Object>();
    var jobInLog = new AtomicReference<Object>();
    var done = new CountDownLatch(1);
    consumer.when(
        job,
        (tried, message) -> {
          traceInLog.set(MDC.get("traceId"));
          jobInLog.set(MDC.get("jobId"));
          assertThat(Span.current()).isEqualTo(Span.fromContext(message.context()));
          done.countDown();
        });
    Span root = openTelemetry.getTracer("test").spanBuilder("intake").startSpan();
    send(order(job), Context.root().with(root)).toCompletableFuture().get();
    done.await();

    String trace = root.getSpanContext().getTraceId();
    await().atMost(Duration.ofMinutes(1)).until(() -> spans.ofTrace(trace).size() == 2);
    SpanData sent = span(trace, "send " + Topics.DECK_PACKAGE);
    SpanData processed = span(trace, "process " + Topics.DECK_PACKAGE);
    assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(sent.getParentSpanId()).isEqualTo(root.getSpanContext().getSpanId());
    assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
    assertThat(processed.getLinks())
        .extracting(LinkData::getSpanContext)
        .extracting(context -> context.getSpanId())
        .containsExactly(sent.getSpanId());
    assertThat(processed.getAttributes().get(TraceAttributes.JOB_ID)).isEqualTo(job);
    assertThat(processed.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(traceInLog).hasValue(trace);
    assertThat(jobInLog).hasValue(job);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no headers", "unknown type", "other type", "no json", "lacks a field"})
  void putsAMalformedRecordAsideUnchangedAndGoesOn(String fault) throws Exception {
    String job = "job-" + UUID.randomUUID();
    try (TestTopic topic = TestTopic.open(Topics.DECK_PACKAGE);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.DECK_PACKAGE))) {
      byte[] body = body(fault, job);
      topic.send(job, body, headers(fault, job));
      send(order(job), Context.root()).toCompletableFuture().get();

      ConsumerRecord<String, byte[]> letter = dead.await(record -> record.key().equals(job));
      ConsumerRecord<String, byte[]> original = topic.await(record -> record.key().equals(job));
      assertThat(letter.value()).isEqualTo(body);
      assertThat(TestTopic.header(letter, DeadLetters.ERROR_CODE)).isEqualTo("MESSAGE_INVALID");
      assertThat(TestTopic.header(letter, DeadLetters.ERROR_DETAIL)).isNotBlank();
      assertThat(TestTopic.header(letter, DeadLetters.ORIGINAL_TOPIC))
          .isEqualTo(Topics.DECK_PACKAGE);
      assertThat(TestTopic.header(letter, DeadLetters.ORIGINAL_OFFSET))
          .isEqualTo(Long.toString(original.offset()));
      await().atMost(Duration.ofMinutes(1)).until(() -> consumer.tries(job) == 1);
    }
  }

  @Test
  void triesAgainWhatMayPassWithASpanForEachTry() throws Exception {
    String job = "job-" + UUID.randomUUID();
    consumer.when(
        job,
        (tried, message) -> {
          if (tried < 3) {
            throw new TroubleException(ErrorType.DRIVE_UNAVAILABLE, "not now");
          }
        });
    Span root = openTelemetry.getTracer("test").spanBuilder("intake").startSpan();
    send(order(job), Context.root().with(root)).toCompletableFuture().get();

    String trace = root.getSpanContext().getTraceId();
    await().atMost(Duration.ofMinutes(1)).until(() -> spans.ofTrace(trace).size() == 4);
    List<SpanData> tries =
        spans.ofTrace(trace).stream().filter(s -> s.getName().startsWith("process")).toList();
    assertThat(tries)
        .extracting(s -> s.getAttributes().get(TraceAttributes.TRY))
        .containsExactly(1L, 2L, 3L);
    assertThat(tries)
        .extracting(s -> s.getAttributes().get(TraceAttributes.ERROR_TYPE))
        .containsExactly("DRIVE_UNAVAILABLE", "DRIVE_UNAVAILABLE", null);
    assertThat(consumer.givenUp()).doesNotContainKey(job);
  }

  @Test
  void neverTriesAgainWhatIsTheInputsFault() throws Exception {
    String job = "job-" + UUID.randomUUID();
    consumer.when(
        job,
        (tried, message) -> {
          throw new TroubleException(ErrorType.NAME_INVALID, "The title is empty; give one.");
        });
    ConsumerRecord<String, byte[]> letter = sendAndAwaitLetter(job);

    assertThat(TestTopic.header(letter, DeadLetters.ERROR_CODE)).isEqualTo("NAME_INVALID");
    assertThat(TestTopic.header(letter, DeadLetters.ERROR_DETAIL))
        .isEqualTo("The title is empty; give one.");
    assertThat(consumer.tries(job)).isEqualTo(1);
    assertThat(consumer.givenUp().get(job).type()).isEqualTo(ErrorType.NAME_INVALID);
  }

  @Test
  void givesUpAfterTheLastTryAndSaysSo() throws Exception {
    String job = "job-" + UUID.randomUUID();
    consumer.when(
        job,
        (tried, message) -> {
          throw new IllegalStateException("a bug");
        });
    ConsumerRecord<String, byte[]> letter = sendAndAwaitLetter(job);

    assertThat(TestTopic.header(letter, DeadLetters.ERROR_CODE)).isEqualTo("INTERNAL");
    assertThat(TestTopic.header(letter, DeadLetters.ERROR_DETAIL)).contains("a bug");
    assertThat(consumer.tries(job)).isEqualTo(4);
    assertThat(consumer.givenUp().get(job).detail()).doesNotContain("a bug");
    assertThat(Wire.read(letter.value(), PackageDeck.class)).isEqualTo(order(job));
  }

  @Test
  void outlastsAnOutageWithoutBlamingTheRecord() throws Exception {
    String job = "job-" + UUID.randomUUID();
    var done = new CountDownLatch(1);
    consumer.when(
        job,
        (tried, message) -> {
          if (tried < 20) {
            throw new IllegalStateException(new SQLTransientConnectionException("no database"));
          }
          done.countDown();
        });
    send(order(job), Context.root()).toCompletableFuture().get();
    done.await();
    assertThat(consumer.tries(job)).isEqualTo(20);
    assertThat(consumer.givenUp()).doesNotContainKey(job);
  }

  @Test
  void givesUpAtOnceWhenTheAnswerIsTooLarge() throws Exception {
    String job = "job-" + UUID.randomUUID();
    Outgoing answer =
        new Outgoing(
            UUID.randomUUID().toString(),
            Topics.PAGE_RESULT,
            job,
            new PageStarted(job, "t", 1, 1, "w".repeat(2 << 20), 0),
            Context.root());
    consumer.when(job, (tried, message) -> publisher.publishAndWait(answer));
    ConsumerRecord<String, byte[]> letter = sendAndAwaitLetter(job);

    assertThat(TestTopic.header(letter, DeadLetters.ERROR_CODE)).isEqualTo("MESSAGE_UNSENDABLE");
    assertThat(consumer.tries(job)).isEqualTo(1);
    assertThat(consumer.givenUp().get(job).type().name()).isEqualTo("MESSAGE_UNSENDABLE");
  }

  @Test
  void workingOnABatchPutsOnlyTheBadRecordAside() throws Exception {
    String bad = "job-" + UUID.randomUUID();
    List<String> good = new ArrayList<>();
    consumer.when(
        bad,
        (tried, message) -> {
          throw new TroubleException(ErrorType.NOT_FOUND, "There is no such page.");
        });
    try (TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.PAGE_RESULT))) {
      List<CompletionStage<Void>> sending = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String job = i == 20 ? bad : "job-" + UUID.randomUUID();
        if (!job.equals(bad)) {
          good.add(job);
        }
        // One key, so that all are in one partition and come together.
        sending.add(send(new PageStarted(job, "t", 1, 1, "w", 0), Context.root()));
      }
      for (CompletionStage<Void> sent : sending) {
        sent.toCompletableFuture().get();
      }
      ConsumerRecord<String, byte[]> letter =
          dead.await(record -> new String(record.value(), UTF_8).contains(bad));
      assertThat(TestTopic.header(letter, DeadLetters.ERROR_CODE)).isEqualTo("NOT_FOUND");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> good.stream().allMatch(job -> consumer.tries(job) >= 1));
      assertThat(dead.soFar()).hasSize(1);
      assertThat(consumer.batches()).anyMatch(batch -> batch.size() > 1 && batch.contains(bad));
      assertThat(consumer.batches()).contains(List.of(bad));
    }
  }

  @Test
  void eachMessageOfABatchBringsItsOwnContext() throws Exception {
    List<Span> roots = new ArrayList<>();
    List<CompletionStage<Void>> sending = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Span root = openTelemetry.getTracer("test").spanBuilder("intake").startSpan();
      roots.add(root);
      String job = "job-" + UUID.randomUUID();
      consumer.when(
          job,
          (tried, message) ->
              assertThat(Span.fromContext(message.context()).getSpanContext().getTraceId())
                  .isEqualTo(root.getSpanContext().getTraceId()));
      sending.add(send(new PageStarted(job, "t", 1, 1, "w", 0), Context.root().with(root)));
    }
    for (CompletionStage<Void> sent : sending) {
      sent.toCompletableFuture().get();
    }
    for (Span root : roots) {
      String trace = root.getSpanContext().getTraceId();
      await().atMost(Duration.ofMinutes(1)).until(() -> spans.ofTrace(trace).size() == 2);
      SpanData processed = span(trace, "process " + Topics.PAGE_RESULT);
      assertThat(processed.getParentSpanId())
          .isEqualTo(span(trace, "send " + Topics.PAGE_RESULT).getSpanId());
      assertThat(processed.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }
  }

  private ConsumerRecord<String, byte[]> sendAndAwaitLetter(String job) throws Exception {
    try (TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.DECK_PACKAGE))) {
      send(order(job), Context.root()).toCompletableFuture().get();
      return dead.await(record -> record.key().equals(job));
    }
  }

  private CompletionStage<Void> send(Message message, Context parent) {
    boolean deck = message instanceof PackageDeck;
    return publisher.publish(
        new Outgoing(
            UUID.randomUUID().toString(),
            deck ? Topics.DECK_PACKAGE : Topics.PAGE_RESULT,
            deck ? message.jobId() : "one key",
            message,
            parent));
  }

  private SpanData span(String trace, String name) {
    return spans.ofTrace(trace).stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static PackageDeck order(String job) {
    var slides = new BlobRef("slides/x", 0, 1, "0".repeat(64));
    return new PackageDeck(
        job, "t", "Title", new SlideSize(12_192_000, 6_858_000), slides, 1, null);
  }

  private static byte[] body(String fault, String job) {
    return switch (fault) {
      case "no json" -> "<xml/>".getBytes(UTF_8);
      case "lacks a field" -> "{\"jobId\":\"j\"}".getBytes(UTF_8);
      case "other type" -> Wire.write(new PageStarted(job, "t", 1, 1, "w", 0));
      default -> Wire.write(order(job));
    };
  }

  private static Headers headers(String fault, String job) {
    Message said =
        fault.equals("other type") ? new PageStarted(job, "t", 1, 1, "w", 0) : order(job);
    Headers headers = new CloudEvent("id", said).headers("/test", Instant.EPOCH);
    return switch (fault) {
      case "no headers" -> new RecordHeaders();
      case "unknown type" -> {
        headers.remove("ce_type").add("ce_type", "dev.deckmill.unheard-of.v1".getBytes(UTF_8));
        yield headers;
      }
      default -> headers;
    };
  }
}
