package dev.deckmill.api.store.outbox;

import dev.deckmill.api.store.sql.Listening;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Rings when rows were added to the outbox. Used by one thread. Without a connection it only waits,
 * so that whoever waits for it looks again by the clock.
 */
@Singleton
public final class OutboxBell {
  /** What PostgreSQL shows of the connection. */
  static final String APPLICATION_NAME = "deckmill outbox bell";

  private final Listening listening;

  OutboxBell(@DataSource("worker") Instance<AgroalDataSource> dataSource) {
    this.listening = new Listening(dataSource, "deckmill_outbox", APPLICATION_NAME);
  }

  /** Waits until it rings, and at most {@code time}; true if it rang. */
  public boolean await(Duration time) throws InterruptedException {
    return !listening.await(time).payloads().isEmpty();
  }

  /** Closes the connection; the next wait opens another. */
  public void hangUp() {
    listening.hangUp();
  }
}
