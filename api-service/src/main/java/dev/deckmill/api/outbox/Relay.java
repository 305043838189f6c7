package dev.deckmill.api.outbox;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.outbox.OutboxStore.Due;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.UnsendableException;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.service.trace.TraceParent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what lies in the outbox. A row is deleted once the broker has acknowledged it, in the
 * transaction that holds it: whatever breaks before sends it again, with the same id. One that can
 * never be sent is put aside.
 */
@Singleton
final class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private static final Set<String> TOPICS = Set.copyOf(Topics.all());

  private final WorkerDatabase database;
  private final OutboxStore rows;
  private final DeadRows deadRows;
  private final Publisher publisher;
  private final UnsendableOrders unsendable;
  private final int batch;
  private final Duration ackTimeout;

  Relay(
      WorkerDatabase database,
      OutboxStore rows,
      DeadRows deadRows,
      Publisher publisher,
      UnsendableOrders unsendable,
      ApiConfig config) {
    this.database = database;
    this.rows = rows;
    this.deadRows = deadRows;
    this.publisher = publisher;
    this.unsendable = unsendable;
    this.batch = config.relay().batch();
    this.ackTimeout = config.relay().ackTimeout();
  }

  /**
   * How a batch went.
   *
   * @param sent rows that the outbox is rid of: the broker has them, or never will
   * @param kept rows that are still to be sent
   */
  record Round(int sent, int kept) {}

  /** What became of a row. */
  private sealed interface Outcome {
    /** The broker has it. */
    record Sent(Due row) implements Outcome {}

    /** It is to be sent again. */
    record Kept(Due row) implements Outcome {}

    /** It can't be read. */
    record Unreadable(Due row, Trouble why) implements Outcome {}

    /** No broker will take it. */
    record Unsendable(Due row, Message message) implements Outcome {}
  }

  /**
   * Sends one batch and waits for its acknowledgements. Whoever waits for an answer to what can't
   * be sent is reported afterwards: should that come to nothing, its order is missed by the reaper.
   */
  Round sendBatch() {
    List<Outcome> outcomes = database.inTransaction(this::sendBatch);
    int kept = 0;
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Sent sent -> {}
        case Outcome.Unreadable unreadable -> {}
        case Outcome.Unsendable order ->
            unsendable.fail(order.message(), UnsendableException.TROUBLE);
        case Outcome.Kept again -> kept++;
      }
    }
    return new Round(outcomes.size() - kept, kept);
  }

  private List<Outcome> sendBatch(Tx tx) {
    List<CompletableFuture<Outcome>> underWay =
        rows.hold(tx, batch).stream().map(this::send).toList();
    List<Outcome> outcomes = underWay.stream().map(CompletableFuture::join).toList();
    settle(tx, outcomes);
    return outcomes;
  }

  /** Takes from the outbox what the broker has, and puts aside what it never will have. */
  private void settle(Tx tx, List<Outcome> outcomes) {
    List<Long> acknowledged = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Sent sent -> acknowledged.add(sent.row().id());
        case Outcome.Unreadable unreadable -> deadRows.bury(tx, unreadable.row(), unreadable.why());
        case Outcome.Unsendable order ->
            deadRows.bury(tx, order.row(), UnsendableException.TROUBLE);
        case Outcome.Kept kept -> {}
      }
    }
    if (!acknowledged.isEmpty()) {
      rows.sent(tx, acknowledged);
    }
  }

  /** Whatever is wrong with one row, the others go on. */
  private CompletableFuture<Outcome> send(Due row) {
    try {
      Message message = message(row);
      return publish(row, message)
          .orTimeout(ackTimeout.toMillis(), TimeUnit.MILLISECONDS)
          .handle((sent, failure) -> outcome(row, message, failure));
    } catch (IOException e) {
      Trouble why = new Trouble(ErrorType.MESSAGE_INVALID, String.valueOf(e.getMessage()));
      return CompletableFuture.completedFuture(new Outcome.Unreadable(row, why));
    }
  }

  private static Message message(Due row) throws IOException {
    // Nobody creates it: the broker would be asked for it until the producer gives up.
    if (!TOPICS.contains(row.topic())) {
      throw new IOException("there is no topic " + row.topic());
    }
    return MessageText.message(row.type(), row.body());
  }

  private CompletableFuture<Void> publish(Due row, Message message) {
    try {
      return publisher
          .publish(
              new Outgoing(
                  row.ceId(),
                  row.topic(),
                  row.key(),
                  message,
                  TraceParent.context(row.traceparent())))
          .toCompletableFuture();
    } catch (RuntimeException e) {
      // The edge of the row, as a record has one.
      return CompletableFuture.failedFuture(e);
    }
  }

  private static Outcome outcome(Due row, Message message, @Nullable Throwable failure) {
    if (failure == null) {
      return new Outcome.Sent(row);
    }
    Throwable cause = failure instanceof CompletionException e ? e.getCause() : failure;
    if (cause instanceof UnsendableException) {
      return new Outcome.Unsendable(row, message);
    }
    LOG.warnf(
        "%s for %s was not acknowledged and will be sent again: %s",
        row.type(), row.topic(), cause);
    return new Outcome.Kept(row);
  }
}
