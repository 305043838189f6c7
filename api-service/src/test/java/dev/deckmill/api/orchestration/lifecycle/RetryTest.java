package dev.deckmill.api.orchestration.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.JobChanged;
import dev.deckmill.contracts.message.JobCompleted;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class RetryTest {
  private static final byte[] FIRST = {'P', 'K', 1};
  private static final byte[] SECOND = {'P', 'K', 2, 2};

  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void convertsTheFailedPagesAloneAndMakesAnotherDeck() {
    String id = partlyFailed();
    retry(id, "failed_pages")
        .then()
        .statusCode(202)
        .header("Location", containsString("/v1/jobs/" + id))
        .body("state", equalTo("queued"))
        .body("run", equalTo(2))
        .body("problem", nullValue())
        .body("pages.succeeded", equalTo(1))
        .body("pages.queued", equalTo(1));
    assertThat(Client.asked().get("/v1/jobs/" + id + "/result").asByteArray())
        .as("the deck there is, until there is another")
        .isEqualTo(FIRST);

    workers.convert(orders.page(id, 2, 2));
    PackageDeck order = orders.deckOfRun(id, 2);
    assertThat(order.slideCount()).isEqualTo(2);
    workers.packageDeck(order, SECOND);
    Client.awaitState(id, "succeeded").then().body("pages.succeeded", equalTo(2));
    assertThat(Client.asked().get("/v1/jobs/" + id + "/result").asByteArray()).isEqualTo(SECOND);
    assertThat(orders.pagesSoFar(id)).hasSize(3);
    assertThat(orders.events(id, JobChanged.class, 2))
        .extracting(JobChanged::state)
        .containsExactly("queued", "queued");
    assertThat(orders.events(id, JobCompleted.class, 2))
        .extracting(JobCompleted::run, JobCompleted::state)
        .containsExactly(tuple(1, "partially_succeeded"), tuple(2, "succeeded"));
  }

  private String partlyFailed() {
    String id = Client.submitted(2, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.send(Workers.failed(orders.page(id, 2, 1), ErrorType.SVG_INVALID));
    workers.packageDeck(orders.deck(id), FIRST);
    Client.awaitState(id, "partially_succeeded");
    return id;
  }

  @Test
  void dropsAnswersToOrdersOfAnEarlierRun() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    PackageDeck early = orders.deck(id);
    Client.deed(id, ":cancel").then().statusCode(200);
    retry(id, "failed_pages").then().statusCode(202).body("state", equalTo("packaging"));
    PackageDeck order = orders.deckOfRun(id, 2);

    workers.packageDeck(early, FIRST);
    workers.packageDeck(order, SECOND);
    UploadDeck upload = orders.upload(id);
    assertThat(upload.deck().length()).isEqualTo(SECOND.length);
    workers.send(Workers.uploaded(upload));
    Client.awaitState(id, "succeeded");
    assertThat(Rows.number("select count(*) from api.deck where job_id = :id", Map.of("id", id)))
        .isEqualTo(1);
  }

  @Test
  void deliversTheDeckThatIsThereOnceMore() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), FIRST);
    workers.send(Workers.uploadFailed(orders.upload(id), ErrorType.DRIVE_AUTH));
    Client.awaitState(id, "partially_succeeded");

    retry(id, "delivery")
        .then()
        .statusCode(202)
        .body("state", equalTo("delivering"))
        .body("conversion", equalTo("succeeded"))
        .body("delivery.status", equalTo("running"))
        .body("delivery.problem", nullValue());
    workers.send(Workers.uploaded(orders.uploadOfRun(id, 2)));
    Client.awaitState(id, "succeeded").then().body("delivery.fileId", equalTo("file-1"));
    assertThat(orders.decksSoFar(id)).hasSize(1);
  }

  @Test
  void doesEverythingOnceMore() {
    String id = partlyFailed();
    retry(id, "all").then().statusCode(202).body("pages.queued", equalTo(2));
    workers.convert(orders.page(id, 1, 2));
    workers.convert(orders.page(id, 2, 2));
    workers.packageDeck(orders.deckOfRun(id, 2), SECOND);
    Client.awaitState(id, "succeeded").then().body("pages.succeeded", equalTo(2));
  }

  @Test
  void asksOnePageForTheSizeWhenNoneHasToldItYet() {
    String id = Client.submitted(2, Map.of("slideSize", "auto"));
    orders.page(id, 1, 1);
    Client.deed(id, ":cancel").then().statusCode(200);
    retry(id, "failed_pages").then().statusCode(202);

    workers.convert(orders.page(id, 1, 2));
    assertThat(orders.page(id, 2, 1).options().slideSize()).isEqualTo(Workers.OWN_SIZE);
  }

  @Test
  void refusesWhatCanNotBeDoneAgain() {
    String running = Client.submitted(1, Map.of());
    retry(running, "all").then().statusCode(409).body("code", equalTo("JOB_RUNNING"));
    workers.convert(orders.page(running, 1, 1));
    workers.packageDeck(orders.deck(running), FIRST);
    Client.awaitState(running, "succeeded");
    for (String scope : new String[] {"failed_pages", "delivery"}) {
      retry(running, scope).then().statusCode(409).body("code", equalTo("NOTHING_TO_RETRY"));
    }
    retry(running, "some").then().statusCode(400).body("code", equalTo("OPTION_INVALID"));
    retry("01unknown", "all").then().statusCode(404);
    Client.job(running).then().body("run", equalTo(1)).body("state", equalTo("succeeded"));
  }

  private static Response retry(String id, String scope) {
    return Client.deed(id, ":retry?scope=" + scope);
  }
}
