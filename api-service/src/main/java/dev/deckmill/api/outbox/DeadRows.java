package dev.deckmill.api.outbox;

import dev.deckmill.api.store.outbox.DeadRowStore;
import dev.deckmill.api.store.outbox.OutboxStore.Due;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Puts rows aside that can never be sent, where an operator finds them, and counts them. */
@Singleton
final class DeadRows {
  private static final Logger LOG = Logger.getLogger(DeadRows.class);

  private final DeadRowStore rows;
  private final MeterRegistry registry;

  DeadRows(DeadRowStore rows, MeterRegistry registry) {
    this.rows = rows;
    this.registry = registry;
    // An alert needs a figure to begin with.
    List.of(ErrorType.MESSAGE_INVALID, ErrorType.MESSAGE_UNSENDABLE).forEach(this::counter);
  }

  /** Moves a row that the caller holds; it counts once that is committed. */
  void bury(Tx tx, Due row, Trouble why) {
    rows.bury(tx, row, why);
    tx.afterCommit(
        () -> {
          counter(why.type()).increment();
          LOG.errorf(
              "Row %d of the outbox (%s, key %s) can never be sent and is now in api.outbox_dead:"
                  + " %s: %s. docs/operations.md, \"Dead letters\", says how to send it after all.",
              row.id(), row.type(), row.key(), why.type(), why.detail());
        });
  }

  private Counter counter(ErrorType code) {
    return Counter.builder("deckmill.outbox.dead")
        .description("Rows of the outbox that can never be sent and were put aside")
        .tag("code", code.name())
        .register(registry);
  }
}
