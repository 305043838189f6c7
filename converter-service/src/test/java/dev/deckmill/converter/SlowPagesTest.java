package dev.deckmill.converter;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.converter.child.PageChild;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import io.opentelemetry.context.Context;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Pages that are slow among pages that are not. {@code -Ddeckmill.test.slow-pages=100} has it as
 * large as the promise is.
 */
@QuarkusTest
@TestProfile(SlowPagesTest.Narrow.class)
@WithTestResource(TestKafka.class)
final class SlowPagesTest {
  /** Few slots, and little patience. */
  public static final class Narrow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> set =
          new HashMap<>(new ConverterServiceTest.Faulty().getConfigOverrides());
      set.put("deckmill.converter.slow-lane", "1");
      set.put("deckmill.converter.slow-after", "500ms");
      set.put("deckmill.converter.tell-begin-after", "200ms");
      return set;
    }
  }

  private static final int SLOW = Integer.getInteger("deckmill.test.slow-pages", 8);
  private static final int EACH = 10;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'>"
          + "<rect width='4' height='4' fill='red'/></svg>";
  private static final ConversionOptions WIDE =
      new ConversionOptions(new SlideSize(12_192_000, 6_858_000), "balanced", "powerpoint", null);

  @Inject BlobStore blobs;
  @Inject Publisher publisher;

  private final String job = "job-" + UUID.randomUUID();

  @Test
  void fastPagesAreAllDoneWhileTheSlowOnesAreStillAtWorkAndNothingIsRebalanced() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      settle(results);
      Set<String> before = rebalances();
      Set<Integer> fast = new TreeSet<>();
      List<CompletableFuture<Void>> sent = new ArrayList<>();
      for (int page = 1; page <= SLOW * (EACH + 1); page++) {
        boolean slow = page % (EACH + 1) == 1;
        sent.add(order(page, slow ? "fault-hang.svg" : "fast.svg", PATIENCE));
        if (!slow) {
          fast.add(page);
        }
      }
      sent.forEach(CompletableFuture::join);

      await()
          .atMost(PATIENCE)
          .until(() -> pagesTold(results, "dev.deckmill.page.converted.v1").equals(fast));

      assertThat(pagesTold(results, "dev.deckmill.page.failed.v1")).isEmpty();
      assertThat(pagesTold(results, "dev.deckmill.page.set-aside.v1"))
          .as("all but those in the slow lane and in the slots for pages, of which none waits")
          .hasSizeBetween(SLOW - 3, SLOW - 1)
          .doesNotContainAnyElementsOf(fast);
      assertThat(rebalances()).isEqualTo(before);
      endAll(results);
    }
  }

  /**
   * So that they keep no other test waiting: those in the topic fail at once, those at work die.
   */
  private void endAll(TestTopic results) throws IOException {
    blobs.deleteAll("jobs/" + job + "/");
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              ProcessHandle.current()
                  .children()
                  .filter(SlowPagesTest::convertsPages)
                  .forEach(ProcessHandle::destroyForcibly);
              return pagesTold(results, "dev.deckmill.page.failed.v1").size() == SLOW;
            });
  }

  private static boolean convertsPages(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains(PageChild.class.getName());
    } catch (IOException ended) {
      return false;
    }
  }

  @Test
  void aPageThatWasSetAsideIsConvertedInItsTurnWithTheAttemptItHad() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      for (int page = 1; page <= 6; page++) {
        order(page, "fault-sleep-1500.svg", PATIENCE).join();
      }
      List<ConsumerRecord<String, byte[]>> converted =
          results.await(6, record -> isTold(record, "dev.deckmill.page.converted.v1"));

      assertThat(pagesTold(results, "dev.deckmill.page.set-aside.v1")).isNotEmpty();
      assertThat(results.soFar())
          .filteredOn(record -> isTold(record, "dev.deckmill.page.set-aside.v1"))
          .extracting(record -> TestTopic.header(record, "ce_id"))
          .as("told each time, should an order come again")
          .doesNotHaveDuplicates()
          .allSatisfy(id -> assertThat(id).contains(".set-aside."));
      assertThat(pagesTold(results, "dev.deckmill.page.failed.v1")).isEmpty();
      assertThat(converted).extracting(SlowPagesTest::attempt).containsOnly(1);
    }
  }

  @Test
  void anOrderThatHasOutlivedItsJobIsLeft() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      Instant now = Instant.now();
      orderSlow(1, now.minus(Duration.ofHours(2)));
      orderSlow(2, now.minus(Duration.ofMinutes(10)));
      orderSlow(3, now.plus(Duration.ofMinutes(10)));
      results.await(2, record -> isTold(record, "dev.deckmill.page.converted.v1"));
      assertThat(pagesTold(results, "dev.deckmill.page.converted.v1"))
          .as("clocks may be an hour apart")
          .containsExactly(2, 3);
    }
  }

  private void orderSlow(int page, Instant notAfter) throws IOException {
    ConvertPage order =
        new ConvertPage(
            job,
            "t",
            page,
            1,
            "a.svg",
            source(page),
            WIDE,
            PATIENCE.toMillis(),
            null,
            notAfter.toEpochMilli(),
            null);
    send(Topics.PAGE_CONVERT_SLOW, order).join();
  }

  /** Each topic has its consumer, and each slot its child. */
  private void settle(TestTopic results) throws Exception {
    List<String> lanes =
        List.of(Topics.PAGE_CONVERT, Topics.PAGE_CONVERT_BULK, Topics.PAGE_CONVERT_SLOW);
    for (int i = 0; i < lanes.size(); i++) {
      order(lanes.get(i), 100_000 + i, "warm.svg", PATIENCE).join();
      int page = 100_000 + i;
      results.await(
          record -> isTold(record, "dev.deckmill.page.converted.v1") && page(record) == page);
    }
  }

  /** How often a consumer's partitions were handed out anew, as the metrics have it. */
  private static Set<String> rebalances() {
    Set<String> counts =
        given()
            .get("/q/metrics")
            .asString()
            .lines()
            .filter(line -> line.startsWith("kafka_consumer_coordinator_rebalance_total"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(counts).as("a count of each lane's consumer").hasSizeGreaterThanOrEqualTo(3);
    return counts;
  }

  private Set<Integer> pagesTold(TestTopic results, String type) {
    return results.soFar().stream()
        .filter(record -> isTold(record, type))
        .map(SlowPagesTest::page)
        .filter(page -> page < 100_000)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isTold(ConsumerRecord<String, byte[]> record, String type) {
    return record.key().equals(job) && type.equals(TestTopic.header(record, "ce_type"));
  }

  private static int page(ConsumerRecord<String, byte[]> record) {
    return number(record, "page");
  }

  private static int attempt(ConsumerRecord<String, byte[]> record) {
    return number(record, "attempt");
  }

  private static int number(ConsumerRecord<String, byte[]> record, String member) {
    try {
      return JSON.readTree(record.value()).get(member).asInt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CompletableFuture<Void> order(int page, String name, Duration limit) throws IOException {
    return order(Topics.PAGE_CONVERT_BULK, page, name, limit);
  }

  private CompletableFuture<Void> order(String lane, int page, String name, Duration limit)
      throws IOException {
    return send(
        lane, new ConvertPage(job, "t", page, 1, name, source(page), WIDE, limit.toMillis(), null));
  }

  private BlobRef source(int page) throws IOException {
    return blobs.put("jobs/" + job + "/" + page, SVG.getBytes(UTF_8), Durability.REMAKEABLE);
  }

  private CompletableFuture<Void> send(String lane, ConvertPage order) {
    return publisher
        .publish(
            new Outgoing(
                UUID.randomUUID().toString(),
                lane,
                job + ":" + order.page(),
                order,
                Context.root()))
        .thenAccept(sent -> {})
        .toCompletableFuture();
  }
}
