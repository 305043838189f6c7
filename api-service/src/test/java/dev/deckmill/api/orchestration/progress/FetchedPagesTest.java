package dev.deckmill.api.orchestration.progress;

import static dev.deckmill.api.testing.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.deckmill.api.fetch.PageServer;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs whose pages are fetched, for once by the service itself. */
@QuarkusTest
@Servers
final class FetchedPagesTest {
  @Inject Workers workers;
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();
  private final PageServer server = new PageServer();

  @AfterEach
  void close() {
    server.close();
    orders.close();
  }

  private static Response post(String options, String... urls) {
    String sources =
        Stream.of(urls)
            .map(url -> "{\"url\": \"" + url + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    return Client.asked()
        .contentType("application/json")
        .body("{" + options + "\"sources\": " + sources + "}")
        .post("/v1/jobs");
  }

  private static String submitted(String options, String... urls) {
    Response answer = post(options, urls);
    answer.then().statusCode(202).body("pages.queued", equalTo(urls.length));
    return answer.jsonPath().getString("id");
  }

  @Test
  void convertsWhatItHasFetchedInTheOrderOfTheSources() throws IOException {
    server.redirect("/two.svg", 302, server.serve("/moved/2", Client.svg(2)));
    String id =
        submitted(
            "", server.serve("/a/one.svg", Client.svg(1)) + "?key=secret", server.url("/two.svg"));

    for (int page = 1; page <= 2; page++) {
      ConvertPage order = orders.page(id, page, 1);
      assertThat(blobs.read(order.source())).isEqualTo(Client.svg(page));
      workers.convert(order);
    }
    assertThat(orders.page(id, 1, 1).name()).isEqualTo("one.svg");
    workers.packageDeck(orders.deck(id), new byte[] {1});
    Client.awaitState(id, "succeeded");
    assertThat(
            Rows.number(
                "select count(*) from api.stage_row where job_id = :id and stage = 'fetch' and outcome = 'succeeded'",
                Map.of("id", id)))
        .isEqualTo(2);
  }

  @Test
  void isFetchingWhileNoPageIsBeingConverted() {
    String id =
        submitted(
            "",
            server.serve("/slow", server.silentAfter(Client.svg(1))),
            server.serve("/p", Client.svg(2)));

    Client.awaitState(id, "fetching").then().body("conversion", equalTo("pending"));
    workers.send(Workers.started(orders.page(id, 2, 1)));
    Client.awaitState(id, "converting");
    // What is told of the two pages comes in no order.
    await().until(() -> Client.job(id).jsonPath().getInt("pages.fetching") == 1);
  }

  @Test
  void saysOfAPageThatWasNeverFetchedWhyThereIsNoPictureOfIt() {
    String id = submitted("", server.url("/missing"));
    Client.awaitState(id, "failed");

    problem(Client.asked().get("/v1/jobs/" + id + "/pages/1/preview"), ErrorType.FETCH_FAILED, 422)
        .body("retryable", equalTo(false));
  }

  @Test
  void letsEachPageHaveItsOwnEnd() {
    String id =
        submitted(
            "",
            server.serve("/1.svg", Client.svg(1)),
            server.url("/missing"),
            "http://10.0.0.1/p.svg",
            "ftp://example.com/p.svg",
            server.redirect("/loop", 302, "/loop"),
            server.serve("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1)),
            server.serve("/large", new byte[4001]));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[] {1});

    Client.awaitState(id, "partially_succeeded").then().body("pages.failed", equalTo(6));
    Client.asked()
        .get("/v1/jobs/" + id + "/pages")
        .then()
        .body("pages[0].state", equalTo("succeeded"))
        .body("pages[1].problem.code", equalTo("FETCH_FAILED"))
        .body("pages[1].problem.detail", not(containsString("127.0.0.1")))
        .body("pages[2].problem.code", equalTo("URL_FORBIDDEN"))
        .body("pages[3].problem.code", equalTo("URL_FORBIDDEN"))
        .body("pages[4].problem.code", equalTo("URL_REDIRECTS"))
        .body("pages[5].problem.code", equalTo("URL_REDIRECTS"))
        .body("pages[6].problem.code", equalTo("LIMIT_PAGE_BYTES"));
    assertThat(server.asked().stream().filter("/missing"::equals)).hasSize(1);
    assertThat(server.asked().stream().filter("/nowhere"::equals)).hasSize(1);
  }

  @Test
  void fetchesAgainWhatMayPass() {
    AtomicInteger asked = new AtomicInteger();
    String url =
        server.serve(
            "/flaky",
            exchange -> {
              if (asked.incrementAndGet() < 3) {
                PageServer.status(503, "busy").give(exchange);
              } else {
                exchange.sendResponseHeaders(200, Client.svg(1).length);
                exchange.getResponseBody().write(Client.svg(1));
              }
            });
    String id = submitted("", url);

    assertThat(orders.page(id, 1, 1).source().length()).isEqualTo(Client.svg(1).length);
    assertThat(asked).hasValue(3);
  }

  @Test
  void givesAPageUpWhoseFetchersWereTwiceNeverHeardOfAgain() {
    String id = submitted("", server.serve("/slow", server.silentAfter(Client.svg(1))));
    for (int attempt = 1; attempt <= 2; attempt++) {
      Map<String, Object> fetching = Map.of("id", id, "attempt", attempt);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () ->
                  Rows.change(
                          """
                          update api.page set due_at = now() - interval '1 second'
                           where job_id = :id and fetch_attempt = :attempt and state = 'fetching'
                          """,
                          fetching)
                      == 1);
    }

    Client.awaitState(id, "failed").then().body("problem.code", equalTo("FETCH_CRASH"));
  }

  @Test
  void failsAJobOfWhichNothingCanBeFetched() {
    String id = submitted("", server.url("/missing"));

    Client.awaitState(id, "failed").then().body("problem.code", equalTo("FETCH_FAILED"));
  }

  @Test
  void failsAJobWithItsFirstPageThatCanNotBeFetchedIfTheClientWantsItSo() {
    String id =
        submitted(
            "\"onPageError\": \"failJob\",",
            server.url("/missing"),
            server.serve("/slow", server.silentAfter(new byte[1])));

    Client.awaitState(id, "failed").then().body("pages.skipped", equalTo(1));
  }

  @Test
  void letsTheFirstPageThatBecomesASlideTellTheSize() {
    String id =
        submitted(
            "\"slideSize\": \"auto\",",
            server.url("/missing"),
            server.serve("/2.svg", Client.svg(2)),
            server.serve("/3.svg", Client.svg(3)));

    ConvertPage dispatcher = orders.page(id, 2, 1);
    assertThat(dispatcher.options().slideSize()).isNull();
    workers.convert(dispatcher);
    assertThat(orders.page(id, 3, 1).options().slideSize()).isEqualTo(Workers.OWN_SIZE);
  }

  @Test
  void fetchesWhatWasLostWhenItIsAskedTo() {
    String id = submitted("", server.url("/late.svg"));
    Client.awaitState(id, "failed");
    server.serve("/late.svg", Client.svg(1));
    Client.deed(id, ":retry?scope=failed_pages").then().statusCode(202);

    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[] {1});
    Client.awaitState(id, "succeeded");
  }

  @Test
  void knowsASubmissionByItsUrls() {
    String key = UUID.randomUUID().toString();
    String url = server.serve("/p.svg", Client.svg(1));
    String body = "{\"sources\": [{\"url\": \"%s\"}]}";
    String id = keyed(key, body.formatted(url)).jsonPath().getString("id");

    keyed(key, body.formatted(url)).then().statusCode(202).body("id", equalTo(id));
    problem(keyed(key, body.formatted(url + "?2")), ErrorType.IDEMPOTENCY_CONFLICT, 422);
  }

  private static Response keyed(String key, String json) {
    return Client.asked()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(json)
        .post("/v1/jobs");
  }

  @Test
  void takesUrlsAsLongAsTheLimitAndNotOneCharacterMore() {
    String longest = server.url("/") + "p".repeat(4_000 - server.url("/").length());
    post("", longest).then().statusCode(202);
    problem(post("", longest + "p"), ErrorType.OPTION_INVALID);
    problem(post("", ""), ErrorType.OPTION_INVALID);
  }
}
