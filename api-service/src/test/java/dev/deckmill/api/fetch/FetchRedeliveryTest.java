package dev.deckmill.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.PageFetchFailed;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.meter.StageMeters;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import io.opentelemetry.context.Context;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders to fetch that come again, because whoever had them is gone or has lost its partition. */
@QuarkusTest
@Servers
final class FetchRedeliveryTest {
  private static final String GROUP = "api-service.fetch";
  private static final Duration LONG = Duration.ofMinutes(1);

  @Inject Workers workers;
  @Inject BlobStore blobs;
  @Inject Publisher publisher;
  @Inject StageMeters stages;
  private final Orders orders = new Orders();
  private final TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
  private final PageServer server = new PageServer();
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void close() {
    released.countDown();
    server.close();
    orders.close();
    results.close();
  }

  private PageServer.Answer heldUntilReleased() {
    return exchange -> {
      try {
        released.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.sendResponseHeaders(200, Client.svg(1).length);
      exchange.getResponseBody().write(Client.svg(1));
    };
  }

  private static String submitted(String url) {
    return Client.asked()
        .contentType("application/json")
        .body("{\"sources\": [{\"url\": \"" + url + "\"}]}")
        .post("/v1/jobs")
        .jsonPath()
        .getString("id");
  }

  /** More than may be fetched from a host at a time: some are under way, some wait. */
  @Test
  void fetchesAPageOnceThoughItsOrderIsGivenToSomebodyElseMeanwhileAndComesBack() throws Exception {
    List<String> paths = IntStream.rangeClosed(1, 6).mapToObj(page -> "/held" + page).toList();
    List<String> jobs =
        paths.stream().map(path -> submitted(server.serve(path, heldUntilReleased()))).toList();
    await().atMost(LONG).untilAsserted(() -> assertThat(server.asked()).hasSize(4));

    Set<TopicPartition> moved = takenAndLostByAnother(jobs);
    released.countDown();

    for (String job : jobs) {
      workers.convert(orders.page(job, 1, 1));
      workers.packageDeck(orders.deck(job), new byte[] {1});
      Client.awaitState(job, "succeeded");
    }
    awaitAllCommitted(moved);
    assertThat(server.asked()).containsExactlyInAnyOrderElementsOf(paths);
    for (String job : jobs) {
      assertThat(told(job, MessageType.PAGE_FETCHED, PageFetched.class)).hasSize(1);
      assertThat(orders.pagesSoFar(job)).hasSize(1);
      assertThat(
              Rows.number(
                  "select count(*) from api.stage_row where job_id = :id and stage = 'fetch'",
                  Map.of("id", job)))
          .isEqualTo(1);
    }
  }

  /** A consumer of the group that is given some of the orders and dies with them. */
  private static Set<TopicPartition> takenAndLostByAnother(List<String> jobs) {
    try (KafkaConsumer<String, byte[]> other =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                TestKafka.bootstrapServers(),
                "group.id",
                GROUP,
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest",
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      other.subscribe(List.of(Topics.PAGE_FETCH));
      Set<TopicPartition> given = new HashSet<>();
      await()
          .atMost(LONG)
          .until(
              () -> {
                for (ConsumerRecord<String, byte[]> record : other.poll(Duration.ofMillis(100))) {
                  if (jobs.contains(Orders.read(record, FetchPage.class).jobId())) {
                    given.add(new TopicPartition(record.topic(), record.partition()));
                  }
                }
                return !given.isEmpty();
              });
      return given;
    }
  }

  private static void awaitAllCommitted(Set<TopicPartition> partitions) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
        KafkaConsumer<String, byte[]> ends =
            new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
      await()
          .atMost(LONG)
          .until(
              () -> {
                var committed =
                    admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
                return ends.endOffsets(partitions).entrySet().stream()
                    .allMatch(
                        end ->
                            committed.containsKey(end.getKey())
                                && committed.get(end.getKey()).offset() == end.getValue());
              });
    }
  }

  /** What was told of a job, as soon as that is something. */
  private <M extends Record> List<M> told(String job, MessageType type, Class<M> body) {
    return results
        .await(
            1,
            record ->
                job.equals(record.key())
                    && type.ceType().equals(TestTopic.header(record, "ce_type")))
        .stream()
        .map(record -> Orders.read(record, body))
        .toList();
  }

  @Test
  void doesNotFetchAgainWhatWasAnswered() throws Exception {
    Received<FetchPage> order = order(1, server.serve("/p.svg", Client.svg(1)));
    PageFetcher fetcher = fetcher(Duration.ofSeconds(20));
    fetcher.run(order);
    fetcher.run(order);

    assertThat(server.asked()).hasSize(1);
    assertThat(told(order.body().jobId(), MessageType.PAGE_FETCHED, PageFetched.class)).hasSize(1);
  }

  @Test
  void tellsOfAnOrderWithWhichAFetcherHasEndedInsteadOfFetchingAndFetchesTheNextOne()
      throws Exception {
    String url = server.serve("/p.svg", Client.svg(1));
    Received<FetchPage> first = order(1, url);
    assertThat(new FetchMarks(blobs, LONG).begin(first)).isTrue(); // and is never heard of again

    PageFetcher restarted = fetcher(Duration.ofSeconds(1));
    restarted.run(first);

    assertThat(server.asked()).isEmpty();
    assertThat(told(first.body().jobId(), MessageType.PAGE_FETCH_FAILED, PageFetchFailed.class))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.trouble().type()).isEqualTo(ErrorType.FETCH_CRASH);
              assertThat(failed.mayPass()).isTrue();
            });

    Received<FetchPage> second = order(first.body().jobId(), 2, url);
    restarted.run(second);
    assertThat(told(first.body().jobId(), MessageType.PAGE_FETCHED, PageFetched.class)).hasSize(1);
  }

  @Test
  void countsAnEndThatWasAskedForAsNone() throws Exception {
    Received<FetchPage> order = order(1, server.serve("/p.svg", Client.svg(1)));
    FetchMarks ending = new FetchMarks(blobs, LONG);
    assertThat(ending.begin(order)).isTrue();
    ending.withdrawAll();

    fetcher(Duration.ofSeconds(1)).run(order);
    assertThat(told(order.body().jobId(), MessageType.PAGE_FETCHED, PageFetched.class)).hasSize(1);
  }

  @Test
  void countsAnErrorAsACrashThoughItsProcessIsToldToEnd() throws Exception {
    Received<FetchPage> order = order(1, server.serve("/p.svg", Client.svg(1)));
    FetchMarks marks = new FetchMarks(blobs, LONG);
    Publisher failing =
        message -> {
          throw new StackOverflowError("as a page may cause it");
        };
    assertThatThrownBy(() -> fetcher(marks, failing).run(order))
        .isInstanceOf(StackOverflowError.class);
    marks.withdrawAll();

    fetcher(Duration.ofSeconds(1)).run(order);
    assertThat(told(order.body().jobId(), MessageType.PAGE_FETCH_FAILED, PageFetchFailed.class))
        .hasSize(1);
    assertThat(server.asked()).isEmpty();
  }

  private PageFetcher fetcher(Duration patience) throws Exception {
    return fetcher(new FetchMarks(blobs, patience), publisher);
  }

  private PageFetcher fetcher(FetchMarks marks, Publisher to) throws Exception {
    FetchSettings settings = new FetchSettings(List.of("127.0.0.1"), LONG, LONG);
    return new PageFetcher(new PageClient(settings), blobs, to, marks, settings, stages);
  }

  private static Received<FetchPage> order(int attempt, String url) {
    return order(UUID.randomUUID().toString(), attempt, url);
  }

  private static Received<FetchPage> order(String job, int attempt, String url) {
    return new Received<>(
        UUID.randomUUID().toString(),
        new FetchPage(job, "acme", 1, attempt, url, 4_000),
        Duration.ZERO,
        Context.root());
  }
}
