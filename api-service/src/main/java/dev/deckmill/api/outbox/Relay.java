package dev.deckmill.api.outbox;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.store.OutboxStore;
import dev.deckmill.api.store.OutboxStore.Due;
import dev.deckmill.api.store.WorkerDatabase;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.service.trace.TraceParent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends what lies in the outbox. A row is deleted once the broker has acknowledged it, in the
 * transaction that holds it: whatever breaks before sends it again, with the same id.
 */
@Singleton
final class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final WorkerDatabase database;
  private final OutboxStore rows;
  private final Publisher publisher;
  private final int batch;
  private final Duration ackTimeout;

  Relay(WorkerDatabase database, OutboxStore rows, Publisher publisher, ApiConfig config) {
    this.database = database;
    this.rows = rows;
    this.publisher = publisher;
    this.batch = config.relay().batch();
    this.ackTimeout = config.relay().ackTimeout();
  }

  /**
   * How a batch went.
   *
   * @param sent rows that the broker has
   * @param kept rows that are still to be sent
   */
  record Round(int sent, int kept) {}

  /** Sends one batch and waits for its acknowledgements. */
  Round sendBatch() {
    return database.inTransaction(this::sendBatch);
  }

  private Round sendBatch(Tx tx) {
    List<Due> due = rows.hold(tx, batch);
    Map<Due, CompletableFuture<Void>> underWay = new LinkedHashMap<>();
    due.forEach(row -> underWay.put(row, publish(row)));
    List<Long> acknowledged =
        due.stream().filter(row -> isAcknowledged(row, underWay.get(row))).map(Due::id).toList();
    if (!acknowledged.isEmpty()) {
      rows.sent(tx, acknowledged);
    }
    return new Round(acknowledged.size(), due.size() - acknowledged.size());
  }

  private CompletableFuture<Void> publish(Due row) {
    return publisher
        .publish(
            new Outgoing(
                row.ceId(),
                row.topic(),
                row.key(),
                MessageText.message(row.type(), row.body()),
                TraceParent.context(row.traceparent())))
        .toCompletableFuture()
        .orTimeout(ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean isAcknowledged(Due row, CompletableFuture<Void> answer) {
    try {
      answer.join();
      return true;
    } catch (CompletionException e) {
      LOG.warnf(
          "%s for %s was not acknowledged and will be sent again: %s",
          row.type(), row.topic(), e.getCause());
      return false;
    }
  }
}
