package dev.deckmill.api.orchestration.reaper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.JobFailed;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time passes by writing earlier moments into the rows: the database's clock is the only one. */
@QuarkusTest
@Servers
final class ReaperTest {
  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void ordersASecondAttemptWhenTheFirstIsNeverHeardOfAgainAndNoThird() {
    String id = Client.submitted(2, Map.of());
    begin(orders.page(id, 1, 1));
    makeOverdue(id, 1);
    begin(orders.page(id, 1, 2));
    makeOverdue(id, 1);
    workers.convert(orders.page(id, 2, 1));

    orders.deck(id);
    Client.asked()
        .get("/v1/jobs/" + id + "/pages")
        .then()
        .body("pages[0].state", equalTo("failed"))
        .body("pages[0].problem.code", equalTo("PAGE_TIMEOUT"))
        .body("pages[0].attempts", equalTo(2));
    assertThat(orders.pagesSoFar(id)).hasSize(3);
  }

  @Test
  void sendsAnOrderThatNobodyBeganOnceMore() {
    String id = Client.submitted(1, Map.of());
    orders.page(id, 1, 1);
    Awaitility.await().until(() -> outboxRows(id) == 0);
    makeOverdue(id, 1);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> orders.pagesSoFar(id).size() == 2);
    assertThat(orders.pagesSoFar(id)).extracting(ConvertPage::attempt).containsExactly(1, 1);
    workers.convert(orders.page(id, 1, 1));
    orders.deck(id);
  }

  @Test
  void sendsTheOrderOfADeckThatIsNotAnsweredOnceMoreAndHeedsOneAnswer() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    orders.deck(id);
    makeUnanswered(id, "package");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> orders.decksSoFar(id).size() == 2);
    List<PackageDeck> both = orders.decksSoFar(id);
    assertThat(both.getLast()).isEqualTo(both.getFirst());
    workers.packageDeck(both.getFirst(), new byte[] {1});
    workers.packageDeck(both.getLast(), new byte[] {1});
    Client.awaitState(id, "succeeded");
    assertThat(stageRows(id, "package")).isEqualTo(1);
  }

  @Test
  void sendsTheOrderToDeliverThatIsNotAnsweredOnceMore() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[] {1});
    UploadDeck first = orders.upload(id);
    makeUnanswered(id, "upload");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> orders.uploadsSoFar(id).size() == 2);
    assertThat(orders.uploadsSoFar(id)).containsExactly(first, first);
    assertThat(orders.decksSoFar(id)).as("it was answered").hasSize(1);
  }

  private static void makeUnanswered(String id, String kind) {
    Awaitility.await().until(() -> outboxRows(id) == 0);
    int changed =
        Rows.change(
            """
            update api.deck_order set ordered_at = now() - interval '11 minutes'
             where job_id = :id and kind = :kind
            """,
            Map.of("id", id, "kind", kind));
    assertThat(changed).isEqualTo(1);
  }

  private static long outboxRows(String id) {
    return Rows.number("select count(*) from api.outbox where job_id = :id", Map.of("id", id));
  }

  private static long stageRows(String id, String stage) {
    return Rows.number(
        "select count(*) from api.stage_row where job_id = :id and stage = :stage",
        Map.of("id", id, "stage", stage));
  }

  @Test
  void endsAJobThatIsPastItsDeadline() {
    String id = Client.submitted(2, Map.of());
    workers.convert(orders.page(id, 1, 1));
    pastDeadline(id);

    Client.awaitState(id, "failed")
        .then()
        .body("problem.code", equalTo("JOB_DEADLINE"))
        .body("pages.skipped", equalTo(1));
    assertThat(orders.events(id, JobFailed.class, 1).getFirst())
        .extracting(JobFailed::state, JobFailed::pagesDone, event -> event.trouble().type())
        .containsExactly("failed", 2, ErrorType.JOB_DEADLINE);
    workers.convert(orders.page(id, 2, 1));
    assertThat(orders.decksSoFar(id)).isEmpty();
  }

  @Test
  void keepsTheDeckOfAJobWhoseDeliveryIsPastItsDeadline() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    workers.convert(orders.page(id, 1, 1));
    workers.packageDeck(orders.deck(id), new byte[] {1});
    orders.upload(id);
    pastDeadline(id);

    Client.awaitState(id, "partially_succeeded")
        .then()
        .body("conversion", equalTo("succeeded"))
        .body("delivery.status", equalTo("failed"))
        .body("delivery.problem.code", equalTo(ErrorType.JOB_DEADLINE.name()));
  }

  private void begin(ConvertPage order) {
    workers.send(Workers.started(order));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Rows.number(
                        """
                        select count(*) from api.page
                         where job_id = :id and number = :page and state = 'converting' and attempt = :attempt
                        """,
                        Map.of(
                            "id", order.jobId(), "page", order.page(), "attempt", order.attempt()))
                    == 1);
  }

  private static void makeOverdue(String id, int page) {
    int changed =
        Rows.change(
            """
            update api.page set due_at = now() - interval '1 second'
             where job_id = :id and number = :page and due_at is not null
            """,
            Map.of("id", id, "page", page));
    assertThat(changed).isEqualTo(1);
  }

  private static void pastDeadline(String id) {
    Rows.change(
        "update api.job set deadline_at = now() - interval '1 second' where id = :id",
        Map.of("id", id));
  }
}
