package dev.deckmill.api.orchestration.progress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.store.outbox.OutboxRow;
import dev.deckmill.api.store.outbox.OutboxRow.Lane;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.message.Wire;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class UnsendableOrdersTest {
  private static final String TOO_LONG = "n".repeat(2 << 20);

  @Inject Workers workers;
  @Inject WorkerDatabase database;
  @Inject OutboxStore outbox;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void aPageWhoseOrderIsTooLargeFailsAndTheOthersAreWell() {
    String id = Client.submitted(2, Map.of());
    workers.convert(orders.page(id, 1, 1));
    put(Topics.PAGE_CONVERT, named(orders.page(id, 2, 1), TOO_LONG));

    workers.packageDeck(orders.deck(id), new byte[] {1});
    Client.awaitState(id, "partially_succeeded").then().body("pages.failed", equalTo(1));
    Client.asked()
        .get("/v1/jobs/" + id + "/pages")
        .then()
        .body("pages[0].state", equalTo("succeeded"))
        .body("pages[1].state", equalTo("failed"))
        .body("pages[1].problem.code", equalTo("MESSAGE_UNSENDABLE"));
  }

  @Test
  void aDeckWhoseOrderIsTooLargeFailsItsJob() {
    String id = Client.submitted(1, Map.of());
    workers.convert(orders.page(id, 1, 1));
    PackageDeck order = orders.deck(id);
    put(
        Topics.DECK_PACKAGE,
        new PackageDeck(
            id,
            order.tenant(),
            TOO_LONG,
            order.slideSize(),
            order.slides(),
            order.slideCount(),
            order.run()));

    Client.awaitState(id, "failed").then().body("problem.code", equalTo("MESSAGE_UNSENDABLE"));
  }

  private void put(String topic, Message order) {
    database.useTransaction(
        tx ->
            outbox.add(
                tx,
                List.of(
                    new OutboxRow(
                        order.tenant(),
                        order.jobId(),
                        Lane.SMALL,
                        topic,
                        order.jobId(),
                        UUID.randomUUID().toString(),
                        MessageType.of(order).ceType(),
                        new String(Wire.write((Record) order), UTF_8),
                        null,
                        Duration.ZERO))));
  }

  private static ConvertPage named(ConvertPage order, String name) {
    return new ConvertPage(
        order.jobId(),
        order.tenant(),
        order.page(),
        order.attempt(),
        name,
        order.source(),
        order.options(),
        order.timeLimitMillis(),
        order.pageBytes());
  }
}
