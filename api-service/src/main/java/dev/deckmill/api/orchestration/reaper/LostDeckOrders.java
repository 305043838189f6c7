package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.progress.DeckOrders;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.deck.DeckStore.Ordered;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Orders to make or deliver a deck that were sent and never answered. They are sent again: should
 * both be carried out, the second answer is dropped.
 */
@Singleton
final class LostDeckOrders implements Sweep {
  private static final Logger LOG = Logger.getLogger(LostDeckOrders.class);
  private static final int AT_ONCE = 50;

  private final WorkerDatabase database;
  private final JobStore jobs;
  private final DeckStore decks;
  private final DeckOrders orders;
  private final Duration resendAfter;

  LostDeckOrders(
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
    List<Ordered> lost = decks.unanswered(tx, resendAfter, AT_ONCE);
    Map<String, Job> held = jobs.hold(tx, lost.stream().map(Ordered::jobId).toList());
    for (Ordered ordered : lost) {
      Job job = held.get(ordered.jobId());
      // Before it was held, its answer may have come, or another replica been here.
      if (job != null && decks.orderAgain(tx, job, ordered.order(), resendAfter)) {
        LOG.warnf(
            "The %s order of %s was not answered and is sent again", ordered.order(), job.id());
        orders.send(tx, job, ordered.order());
      }
    }
    return lost.size();
  }
}
