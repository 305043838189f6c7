package dev.deckmill.api.store.job;

import dev.deckmill.api.store.sql.Listening;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Rings when something has happened to jobs, in whichever replica. Used by one thread. */
@Singleton
public final class JobEventBell {
  private final Listening listening;

  /** One that listens by itself. */
  public JobEventBell(@DataSource("worker") Instance<AgroalDataSource> dataSource) {
    this.listening = new Listening(dataSource, "deckmill_job_event", "deckmill job event bell");
  }

  /**
   * Waits until it rings, and at most {@code time}; gives the jobs it rang for, or nothing at all
   * when it may have rung unheard: then it may have been for every job.
   */
  public Optional<Set<String>> await(Duration time) throws InterruptedException {
    Listening.Notified notified = listening.await(time);
    return notified.sure() ? Optional.of(notified.payloads()) : Optional.empty();
  }

  /** Closes the connection; the next wait opens another. */
  public void hangUp() {
    listening.hangUp();
  }
}
