package dev.deckmill.api.web.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class ResultTest {
  private static final byte[] DECK = new byte[70_000];
  private static final byte[] LATER = {'P', 'K', 9};

  static {
    new Random(7).nextBytes(DECK);
  }

  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  private String job() {
    String id = Client.submitted(1, Map.of());
    Rows.change(
        "update api.job set title = :title where id = :id",
        Map.of("id", id, "title", "Übersicht: 日本 \"Q3\""));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "succeeded");
    return id;
  }

  private static Response result(String id, String... headers) {
    RequestSpecification request = Client.asked();
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.get("/v1/jobs/" + id + "/result");
  }

  @Test
  void isTheDeckUnderItsTrueName() {
    Response whole = result(job());

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.asByteArray()).isEqualTo(DECK);
    assertThat(whole.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"_bersicht_ __ _Q3_.pptx\";"
                + " filename*=UTF-8''%C3%9Cbersicht_%20%E6%97%A5%E6%9C%AC%20_Q3_.pptx");
    assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(whole.header("ETag")).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void isSentOnlyToThoseWhoDoNotHaveIt() {
    String id = job();
    String tag = result(id).header("ETag");
    for (String known : new String[] {tag, "*", "\"other\", " + tag, "W/" + tag}) {
      Response unchanged = result(id, "If-None-Match", known);
      assertThat(unchanged.statusCode()).as(known).isEqualTo(304);
      assertThat(unchanged.asByteArray()).isEmpty();
      assertThat(unchanged.header("ETag")).isEqualTo(tag);
    }
    assertThat(result(id, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void goesOnWhereADownloadBrokeOff() {
    String id = job();
    String tag = result(id).header("ETag");

    Response rest = result(id, "Range", "bytes=50000-", "If-Range", tag);
    assertThat(rest.statusCode()).isEqualTo(206);
    assertThat(rest.header("Content-Range")).isEqualTo("bytes 50000-69999/70000");
    assertThat(rest.header("Content-Length")).isEqualTo("20000");
    assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(DECK, 50_000, 70_000));
    Response piece = result(id, "Range", "bytes=1-3");
    assertThat(piece.asByteArray()).isEqualTo(Arrays.copyOfRange(DECK, 1, 4));
    assertThat(result(id, "Range", "bytes=-5").asByteArray())
        .isEqualTo(Arrays.copyOfRange(DECK, 69_995, 70_000));
  }

  @Test
  void isSentWholeWhenItIsNotThatDeckAnyMore() {
    String id = job();
    String weak = "W/" + result(id).header("ETag");
    for (String other : new String[] {"\"other\"", weak, "Sun, 17 May 2026 08:30:00 GMT"}) {
      Response whole = result(id, "Range", "bytes=0-3", "If-Range", other);
      assertThat(whole.statusCode()).as(other).isEqualTo(200);
      assertThat(whole.asByteArray()).hasSize(DECK.length);
    }
  }

  @Test
  void hasNothingBehindItsEnd() {
    Response outside = result(job(), "Range", "bytes=70000-");

    outside.then().statusCode(416).body("code", equalTo("RANGE_INVALID"));
    assertThat(outside.header("Content-Range")).isEqualTo("bytes */70000");
  }

  @Test
  void keepsEveryDeckThatAJobCameTo() {
    String id = job();
    Client.deed(id, ":retry?scope=all").then().statusCode(202);
    workers.convert(orders.page(id, 1, 2));
    workers.packageDeck(orders.deckOfRun(id, 2), LATER);
    Client.awaitState(id, "succeeded");

    assertThat(result(id).asByteArray()).isEqualTo(LATER);
    Response all = Client.asked().get("/v1/jobs/" + id + "/results");
    all.then()
        .statusCode(200)
        .body("results.version", equalTo(java.util.List.of(1, 2)))
        .body("results.bytes", hasItem(DECK.length));
    assertThat(Client.asked().get(all.jsonPath().getString("results[0].links.self")).asByteArray())
        .isEqualTo(DECK);
    for (String unknown : new String[] {"0", "3"}) {
      Client.asked()
          .queryParam("version", unknown)
          .get("/v1/jobs/" + id + "/result")
          .then()
          .statusCode(404);
    }
    Client.asked().get("/v1/jobs/" + id + "/result?version=x").then().statusCode(400);
    Client.asked().get("/v1/jobs/01unknown/results").then().statusCode(404);
  }
}
