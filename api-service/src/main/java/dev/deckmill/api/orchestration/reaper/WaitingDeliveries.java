package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.progress.DeckOrders;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import org.jboss.logging.Logger;

/**
 * Decks that wait in vain for pictures to be delivered with. They go with those that there are: a
 * deck is worth more than its pictures.
 */
@Singleton
final class WaitingDeliveries implements Sweep {
  private static final Logger LOG = Logger.getLogger(WaitingDeliveries.class);
  private static final int AT_ONCE = 50;

  private final WorkerDatabase database;
  private final JobStore jobs;
  private final DeckStore decks;
  private final DeckOrders orders;
  private final Duration resendAfter;

  WaitingDeliveries(
      WorkerDatabase database,
      JobStore jobs,
      DeckStore decks,
      DeckOrders orders,
      ApiConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.decks = decks;
    this.orders = orders;
    this.resendAfter = config.reaper().resendAfter();
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  private int attend(Tx tx) {
    Collection<Job> held =
        jobs.hold(tx, decks.waitedForPictures(tx, resendAfter, AT_ONCE)).values();
    for (Job job : held) {
      if (job.state() == JobState.DELIVERING) {
        LOG.warnf("The deck of %s is delivered without all of its pictures", job.id());
        orders.orderUploadNow(tx, job);
      }
    }
    return held.size();
  }
}
