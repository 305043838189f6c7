package dev.deckmill.api.orchestration.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.JobFailed;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class CancelTest {
  private static final byte[] DECK = {'P', 'K', 3, 4};
  private static final int POINTS = 50;

  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void endsAJobWhoseUploadIsNotOrderedAtOnce() {
    String id = Client.submitted(3, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    Client.awaitState(id, "converting");

    cancel(id)
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"))
        .body("conversion", equalTo("failed"))
        .body("delivery.status", equalTo("failed"))
        .body("problem.code", equalTo("CANCELLED"))
        .body("pages.succeeded", equalTo(1))
        .body("pages.cancelled", equalTo(2));
    assertThat(orders.events(id, JobFailed.class, 1))
        .extracting(JobFailed::state)
        .containsExactly("cancelled");
    assertThat(Rows.number(AUDITED, Map.of("id", id))).isEqualTo(1);
    cancel(id).then().statusCode(200).body("state", equalTo("cancelled"));
    assertThat(Rows.number(AUDITED, Map.of("id", id))).isEqualTo(1);
  }

  private static final String AUDITED =
      "select count(*) from api.audit where object = :id and action = 'job.cancel' and actor = 'bootstrap'";

  @Test
  void dropsWhatPagesAndDeckCameToMeanwhile() {
    String converting = Client.submitted(1, Map.of());
    String packaging = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(packaging, 1, 1));
    PackageDeck order = orders.deck(packaging);
    cancel(converting).then().statusCode(200);
    cancel(packaging).then().statusCode(200);

    workers.convert(orders.page(converting, 1, 1));
    workers.packageDeck(order, DECK);
    passThrough();

    Client.job(converting)
        .then()
        .body("state", equalTo("cancelled"))
        .body("pages.cancelled", equalTo(1));
    Client.job(packaging)
        .then()
        .body("state", equalTo("cancelled"))
        .body("links.result", nullValue());
    assertThat(orders.uploadsSoFar(packaging)).isEmpty();
  }

  /** Another job's way through shows that what was sent before has been heard. */
  private void passThrough() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "succeeded");
  }

  @Test
  void waitsForTheUploadThatIsOrderedAlready() {
    String uploaded = delivering();
    String failed = delivering();
    for (String id : List.of(uploaded, failed)) {
      cancel(id).then().statusCode(202).body("state", equalTo("cancelling"));
      cancel(id).then().statusCode(202);
    }
    workers.send(Workers.uploaded(orders.upload(uploaded)));
    workers.send(Workers.uploadFailed(orders.upload(failed), ErrorType.DRIVE_QUOTA));

    Client.awaitState(uploaded, "succeeded")
        .then()
        .body("delivery.status", equalTo("succeeded"))
        .body("delivery.fileId", equalTo("file-1"));
    Client.awaitState(failed, "cancelled")
        .then()
        .body("conversion", equalTo("succeeded"))
        .body("problem.code", equalTo("CANCELLED"))
        .body("delivery.problem.code", equalTo("DRIVE_QUOTA"));
  }

  private String delivering() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    orders.upload(id);
    return id;
  }

  @Test
  void refusesAJobThatHasComeToAnotherEnd() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "succeeded");

    cancel(id).then().statusCode(409).body("code", equalTo("JOB_FINISHED"));
    cancel("01unknown").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void neverOrdersAnUploadAfterItSaidThatTheJobIsCancelled() {
    int cancelledAtOnce = 0;
    for (int point = 0; point < POINTS; point++) {
      String id = Client.submitted(1, Map.of("delivery", "drive"));
      goOn(id, point % 4);
      Response answer = cancel(id);
      long orderedThen = uploadsOrdered(id);
      if (answer.statusCode() == 200) {
        cancelledAtOnce++;
        assertThat(orderedThen).as("uploads of %s", id).isZero();
      } else {
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(orderedThen).isEqualTo(1);
      }
    }
    passThrough();
    assertThat(cancelledAtOnce).isBetween(1, POINTS - 1);
    assertThat(Rows.number(CANCELLED_WITH_UPLOAD, Map.of())).isZero();
  }

  private static final String CANCELLED_WITH_UPLOAD =
      """
      select count(*) from api.job j join api.deck_order o on o.job_id = j.id and o.kind = 'upload' and o.run = j.run
       where j.state = 'cancelled' and j.delivery_code is null
      """;

  private static long uploadsOrdered(String id) {
    return Rows.number(
        "select count(*) from api.deck_order where job_id = :id and kind = 'upload'",
        Map.of("id", id));
  }

  /** Up to a stage, and a random moment further: the last one is where the upload is ordered. */
  private void goOn(String id, int stage) {
    if (stage > 0) {
      workers.convert(orders.page(id, 1, 1));
    }
    if (stage > 1) {
      workers.packageDeck(orders.deck(id), DECK);
    }
    pause(RandomGenerator.getDefault().nextInt(40));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response cancel(String id) {
    return Client.deed(id, ":cancel");
  }
}
