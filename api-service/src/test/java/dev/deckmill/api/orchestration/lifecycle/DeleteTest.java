package dev.deckmill.api.orchestration.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class DeleteTest {
  private static final byte[] DECK = {'P', 'K', 3, 4};

  @Inject Workers workers;
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void leavesNothingOfAJobButTheAudit() throws Exception {
    String id = Client.submitted(1, Map.of());
    BlobRef bundle = blobs.put("bundles/" + id + "/1", DECK, BlobStore.Durability.REMAKEABLE);
    BlobRef page = orders.page(id, 1, 1).source();
    workers.convert(orders.page(id, 1, 1));
    BlobRef slides = orders.deck(id).slides();
    workers.packageDeck(orders.deck(id), DECK);
    Client.awaitState(id, "succeeded");

    delete(id).then().statusCode(204);

    for (String path : List.of("", "/pages", "/result")) {
      Client.asked().get("/v1/jobs/" + id + path).then().statusCode(404);
    }
    for (BlobRef gone : List.of(page, bundle, slides)) {
      assertThatThrownBy(() -> blobs.read(gone)).isInstanceOf(BlobMissingException.class);
    }
    for (String table : List.of("page", "stage_row", "deck", "deck_order")) {
      assertThat(
              Rows.number(
                  "select count(*) from api." + table + " where job_id = :id", Map.of("id", id)))
          .as(table)
          .isZero();
    }
    assertThat(
            Rows.number(
                "select count(*) from api.audit where object = :id and action in ('job.submit', 'job.delete')",
                Map.of("id", id)))
        .isEqualTo(2);
    delete(id).then().statusCode(404);
  }

  @Test
  void refusesAJobThatIsUnderWayUntilItIsCancelled() {
    String id = Client.submitted(1, Map.of());
    delete(id).then().statusCode(409).body("code", equalTo("JOB_RUNNING"));
    Client.deed(id, ":cancel").then().statusCode(200);
    delete(id).then().statusCode(204);
  }

  @Test
  void dropsWhatIsStillToldOfIt() {
    String id = Client.submitted(1, Map.of());
    orders.page(id, 1, 1);
    Client.deed(id, ":cancel").then().statusCode(200);
    delete(id).then().statusCode(204);
    workers.convert(orders.page(id, 1, 1));

    String next = Client.submitted(1, Map.of());
    workers.convert(orders.page(next, 1, 1));
    orders.deck(next);
    Client.job(id).then().statusCode(404);
  }

  private static Response delete(String id) {
    return Client.asked().delete("/v1/jobs/" + id);
  }
}
