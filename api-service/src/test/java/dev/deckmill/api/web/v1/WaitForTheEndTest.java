package dev.deckmill.api.web.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class WaitForTheEndTest {
  private static final byte[] DECK = {'P', 'K', 3, 4};

  @Inject Workers workers;
  private final Orders orders = new Orders();

  /** By it the test finds the job whose submission is not answered yet. */
  private final String title = "Waiting " + UUID.randomUUID();

  @AfterEach
  void close() {
    orders.close();
  }

  private CompletableFuture<Response> send(String path, String prefer) {
    return CompletableFuture.supplyAsync(
        () -> Client.pages(1).multiPart("title", title).header("Prefer", prefer).post(path));
  }

  private String id() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Rows.number(
                    "select count(*) from api.job where title = :title", Map.of("title", title)),
            count -> count == 1);
    return Client.asked()
        .queryParam("title", title)
        .get("/v1/jobs")
        .jsonPath()
        .getString("jobs[0].id");
  }

  private void finish(String id) {
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
  }

  @Test
  void answersWithTheJobAtItsEnd() {
    CompletableFuture<Response> answer = send("/v1/jobs", "respond-async, wait=50");
    finish(id());

    answer
        .join()
        .then()
        .statusCode(200)
        .header("Preference-Applied", equalTo("wait=50"))
        .header("Location", notNullValue())
        .body("state", equalTo("succeeded"));
  }

  @Test
  void answersAsEverWhenTheJobTakesLonger() {
    send("/v1/jobs", "wait=1")
        .join()
        .then()
        .statusCode(202)
        .header("Preference-Applied", equalTo("wait=1"))
        .body("state", equalTo("queued"));
  }

  @Test
  void givesTheDeckForThePages() {
    CompletableFuture<Response> answer = send("/v1/convert", "wait=50");
    String id = id();
    finish(id);

    Response deck = answer.join();
    assertThat(deck.statusCode()).isEqualTo(200);
    assertThat(deck.asByteArray()).isEqualTo(DECK);
    assertThat(deck.header("Deckmill-Job")).isEqualTo(id);
    assertThat(deck.header("Deckmill-State")).isEqualTo("succeeded");
    assertThat(deck.header("Content-Disposition")).contains("Waiting");
    assertThat(deck.header("RateLimit")).isNotNull();
  }

  @Test
  void saysWhyThereIsNoDeck() {
    CompletableFuture<Response> answer = send("/v1/convert", "wait=50");
    workers.send(Workers.failed(orders.page(id(), 1, 1), ErrorType.XML_MALFORMED));

    answer
        .join()
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo("XML_MALFORMED"));
  }

  @Test
  void tellsWhereToAskForADeckThatTakesLonger() {
    Response answer = send("/v1/convert", "wait=1").join();

    answer.then().statusCode(202).body("state", equalTo("queued"));
    assertThat(answer.header("Location")).endsWith("/v1/jobs/" + id());
  }
}
