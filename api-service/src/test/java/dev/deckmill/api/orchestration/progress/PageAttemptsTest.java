package dev.deckmill.api.orchestration.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.contracts.part.EarlierAttempt;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.SlideList;
import dev.deckmill.service.testing.EndedSpans;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.service.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class PageAttemptsTest {
  @Inject Workers workers;
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void triesAPageThatEndedItsProcessOnceMoreAndThenLetsAPlaceholderTellOfIt() throws IOException {
    String id = Client.submitted(2, Map.of());
    ConvertPage first = orders.page(id, 1, 1);
    workers.send(Workers.started(first));
    workers.send(Workers.failed(first, ErrorType.PAGE_CRASH));
    ConvertPage second = orders.page(id, 1, 2);
    assertThat(second.earlier())
        .isEqualTo(new EarlierAttempt(1, ErrorType.PAGE_CRASH, Workers.span(first)));
    workers.send(Workers.started(second));
    workers.send(Workers.failed(second, ErrorType.PAGE_CRASH));
    workers.convert(orders.page(id, 2, 1));

    List<DeckSlide> slides = slides(orders.deck(id));
    assertThat(slides).hasSize(2);
    assertThat(slides.getFirst().bundle()).isNull();
    assertThat(slides.getFirst().trouble().type()).isEqualTo(ErrorType.PAGE_CRASH);
    assertThat(slides.getFirst().traceparent()).isEqualTo(Workers.span(second));
    page(id, 0)
        .body("pages[0].state", equalTo("failed"))
        .body("pages[0].attempts", equalTo(2))
        .body("pages[0].problem.code", equalTo("PAGE_CRASH"))
        .body("pages[1].state", equalTo("succeeded"));
    assertThat(stageRows(id, "failed")).isEqualTo(2);
    assertThat(orders.pagesSoFar(id)).hasSize(3);
    workers.packageDeck(orders.deck(id), new byte[] {1});
    Client.awaitState(id, "partially_succeeded").then().body("pages.failed", equalTo(1));
  }

  @Test
  void anAttemptThatWasSetAsideWaitsOnAndIsCountedOnce() {
    String id = Client.submitted(1, Map.of());
    ConvertPage order = orders.page(id, 1, 1);
    workers.send(Workers.started(order));
    workers.send(Workers.setAside(order));
    awaitState(id, "queued");
    assertThat(
            Rows.number(
                """
                select count(*) from api.page p join api.job j on j.id = p.job_id
                 where p.job_id = :id and p.due_at = j.deadline_at
                   and :notAfter = (extract(epoch from j.deadline_at) * 1000)::bigint
                """,
                Map.of("id", id, "notAfter", order.notAfterMillis())))
        .as("it is waited for as long as its job has time, and so is its order")
        .isEqualTo(1);

    workers.convert(order);
    orders.deck(id);
    page(id, 0).body("pages[0].state", equalTo("succeeded")).body("pages[0].attempts", equalTo(1));
    assertThat(orders.pagesSoFar(id)).hasSize(1);
    assertThat(stageRows(id, "failed")).isZero();
  }

  private static void awaitState(String id, String state) {
    await().untilAsserted(() -> page(id, 0).body("pages[0].state", equalTo(state)));
  }

  @Test
  void countsTheAttemptThatOnlyItsResultTellsOf() {
    String id = Client.submitted(1, Map.of());
    workers.convertQuickly(orders.page(id, 1, 1));

    orders.deck(id);
    page(id, 0).body("pages[0].state", equalTo("succeeded")).body("pages[0].attempts", equalTo(1));
  }

  /** As it is when Kafka gives the order of a converter that was killed to another one. */
  @Test
  void countsAnAttemptThatIsBegunTwiceTwiceAndSaysInTheTraceThatOneWasLost() {
    String id = Client.submitted(1, Map.of());
    ConvertPage order = orders.page(id, 1, 1);
    workers.send(Workers.started(order));
    workers.send(Workers.started(order));
    workers.send(Workers.converted(order));

    orders.deck(id);
    page(id, 0).body("pages[0].state", equalTo("succeeded")).body("pages[0].attempts", equalTo(2));
    await()
        .untilAsserted(
            () -> assertThat(EndedSpans.EVENTS).containsOnlyOnce("attempt lost of " + id));
  }

  @Test
  void acceptsTheResultOfAnAttemptThatWasGivenUpIfItIsTheFirst() {
    String id = Client.submitted(2, Map.of());
    ConvertPage first = orders.page(id, 1, 1);
    workers.send(Workers.failed(first, ErrorType.PAGE_TIMEOUT));
    ConvertPage second = orders.page(id, 1, 2);
    workers.send(Workers.started(second));
    workers.send(Workers.converted(first));
    workers.send(Workers.converted(second));
    workers.send(Workers.failed(second, ErrorType.PAGE_CRASH));
    workers.convert(orders.page(id, 2, 1));

    orders.deck(id);
    page(id, 0).body("pages[0].state", equalTo("succeeded"));
    assertThat(
            Rows.number(
                "select count(*) from api.page where job_id = :id and number = 1 and result_attempt = 1 and bundle_key like '%page-1-1'",
                Map.of("id", id)))
        .isEqualTo(1);
    assertThat(stageRows(id, "succeeded")).isEqualTo(2);
    assertThat(stageRows(id, "failed")).isZero();
  }

  @Test
  void countsNoMessageTwice() {
    String id = Client.submitted(2, Map.of());
    ConvertPage order = orders.page(id, 1, 1);
    for (int time = 0; time < 3; time++) {
      workers.sendAs("start-" + id, Workers.started(order));
      workers.sendAs("end-" + id, Workers.converted(order));
    }
    workers.send(Workers.converted(order));
    workers.convert(orders.page(id, 2, 1));

    orders.deck(id);
    page(id, 0).body("pages[0].attempts", equalTo(1));
    assertThat(stageRows(id, "succeeded")).isEqualTo(2);
    workers.sendAs("end-" + id, Workers.converted(order));
    workers.packageDeck(orders.deck(id), new byte[] {1});
    Client.awaitState(id, "succeeded");
    assertThat(orders.decksSoFar(id)).hasSize(1);
  }

  @Test
  void triesWhatMayPassEightTimes() {
    String id = Client.submitted(1, Map.of());
    for (int attempt = 1; attempt <= 8; attempt++) {
      workers.send(Workers.failed(orders.page(id, 1, attempt), ErrorType.STORAGE_FULL));
    }

    Client.awaitState(id, "failed").then().body("problem.code", equalTo("STORAGE_FULL"));
    assertThat(orders.pagesSoFar(id)).hasSize(8);
    assertThat(stageRows(id, "failed")).isEqualTo(8);
  }

  @Test
  void failsTheJobWhenNoPageBecomesASlide() {
    String id = Client.submitted(2, Map.of());
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.XML_MALFORMED));
    workers.send(Workers.failed(orders.page(id, 1, 1), ErrorType.SVG_INVALID));

    Client.awaitState(id, "failed")
        .then()
        .body("problem.code", equalTo("SVG_INVALID"))
        .body("problem.detail", equalTo("Page 1 (p01.svg): The page failed in a test."))
        .body("conversion", equalTo("failed"));
    assertThat(orders.decksSoFar(id)).isEmpty();
    Client.asked().get("/v1/jobs/" + id + "/result").then().statusCode(404);
  }

  @Test
  void leavesABadPageOutIfTheClientWantsItSo() throws IOException {
    String id = Client.submitted(3, Map.of("onPageError", "skip"));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.XML_MALFORMED));
    workers.convert(orders.page(id, 1, 1));
    workers.convert(orders.page(id, 3, 1));

    assertThat(slides(orders.deck(id))).extracting(DeckSlide::page).containsExactly(1, 3);
  }

  @Test
  void failsTheJobWithItsFirstBadPageIfTheClientWantsItSo() {
    String id = Client.submitted(3, Map.of("onPageError", "failJob"));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.XML_MALFORMED));

    Client.awaitState(id, "failed")
        .then()
        .body("problem.code", equalTo("XML_MALFORMED"))
        .body("pages.failed", equalTo(1))
        .body("pages.skipped", equalTo(2));
    workers.convert(orders.page(id, 1, 1));
    workers.convert(orders.page(id, 3, 1));
    String later = Client.submitted(1, Map.of());
    workers.convert(orders.page(later, 1, 1));
    orders.deck(later);
    Client.job(id).then().body("state", equalTo("failed")).body("pages.skipped", equalTo(2));
  }

  @Test
  void letsNoBadRecordStopTheOthers() {
    String id = Client.submitted(1, Map.of());
    ConvertPage order = orders.page(id, 1, 1);
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.PAGE_RESULT))) {
      results.send(id, ("{" + id).getBytes(UTF_8), List.of());
      workers.send(new PageStarted("nojob", "acme", 1, 1, "w", 1));
      workers.send(new PageStarted(id, "somebody", 1, 1, "w", 1));
      workers.send(new PageStarted(id, "acme", 99, 1, "w", 1));
      workers.convert(order);

      orders.deck(id);
      dead.await(record -> new String(record.value(), UTF_8).equals("{" + id));
      page(id, 0).body("pages[0].attempts", equalTo(1));
    }
  }

  private static ValidatableResponse page(String id, int after) {
    return Client.asked().get("/v1/jobs/" + id + "/pages?after=" + after).then();
  }

  private static long stageRows(String id, String outcome) {
    return Rows.number(
        "select count(*) from api.stage_row where job_id = :id and outcome = :outcome and stage = 'convert'",
        Map.of("id", id, "outcome", outcome));
  }

  private List<DeckSlide> slides(PackageDeck order) throws IOException {
    List<DeckSlide> slides = new ArrayList<>();
    try (InputStream list = blobs.open(order.slides())) {
      SlideList.read(list, slides::add);
    }
    return slides;
  }
}
