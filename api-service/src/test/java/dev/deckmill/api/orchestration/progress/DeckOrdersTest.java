package dev.deckmill.api.orchestration.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.store.deck.DeckSlides;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.page.JobPreviews;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.api.testing.BlockedBlobs;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class DeckOrdersTest {
  @Inject WorkerDatabase database;
  @Inject JobStore jobs;
  @Inject DeckStore decks;
  @Inject DeckSlides slides;
  @Inject JobPreviews previews;
  @Inject Outbox outbox;
  @Inject BlobStore disk;
  @Inject Workers workers;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void noRowIsLockedWhileTheListOfSlidesIsWritten() throws Exception {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    orders.deck(id);
    Rows.change(
        "update api.deck_order set ordered_at = now() - interval '11 minutes' where job_id = :id",
        Map.of("id", id));
    BlockedBlobs blobs = new BlockedBlobs(disk);
    DeckOrders slow = new DeckOrders(decks, slides, previews, outbox, blobs, database, jobs);

    CompletableFuture<Void> ordering =
        CompletableFuture.runAsync(() -> orderAgain(id, slow), Thread::startVirtualThread);
    blobs.awaitWriting();
    long free =
        Rows.number(
            "select count(*) from (select from api.job where id = :id for update skip locked) free",
            Map.of("id", id));
    blobs.goOn();
    ordering.join();

    assertThat(free).as("rows of the job that another transaction can take").isEqualTo(1);
    assertThat(orders.decks(id, 2)).allMatch(order -> order.slideCount() == 1);
  }

  /** As a process leaves it that was killed after it had noted the order. */
  @Test
  void anOrderThatWasNotedAndNotSentIsFoundSoon() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    orders.deck(id);
    Rows.change(
        "update api.deck_order set sent_at = null, ordered_at = now() - interval '31 seconds' where job_id = :id",
        Map.of("id", id));

    assertThat(orders.decks(id, 2)).allMatch(order -> order.slideCount() == 1);
  }

  private void orderAgain(String id, DeckOrders slow) {
    database.useTransaction(
        tx -> {
          Job job = Objects.requireNonNull(jobs.hold(tx, List.of(id)).get(id));
          assertThat(decks.orderAgain(tx, job, DeckStore.Order.PACKAGE, Duration.ofMinutes(10)))
              .isTrue();
          slow.send(tx, job, DeckStore.Order.PACKAGE);
        });
  }
}
