package dev.deckmill.api.progress;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.JobMove;
import dev.deckmill.api.job.Tally;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.store.JobStore;
import dev.deckmill.api.store.OutboxStore;
import dev.deckmill.api.store.PageStore;
import dev.deckmill.api.store.TallyStore;
import dev.deckmill.api.store.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** Carries out what a move of a job asks for, in the transaction of the move. */
@Singleton
public final class JobSteps {
  private final JobStore jobs;
  private final PageStore pages;
  private final TallyStore tallies;
  private final DeckOrders decks;
  private final OutboxStore rows;
  private final Outbox outbox;

  JobSteps(
      JobStore jobs,
      PageStore pages,
      TallyStore tallies,
      DeckOrders decks,
      OutboxStore rows,
      Outbox outbox) {
    this.jobs = jobs;
    this.pages = pages;
    this.tallies = tallies;
    this.decks = decks;
    this.rows = rows;
    this.outbox = outbox;
  }

  /**
   * Writes the job and does what follows.
   *
   * @param before the job as its row has it
   */
  public void carryOut(Tx tx, Job before, JobMove move, Tally tally) {
    Job job = move.job();
    if (!job.equals(before)) {
      jobs.update(tx, job);
    }
    for (JobMove.Step step : move.steps()) {
      switch (step) {
        case SKIP_OPEN_PAGES -> skipOpenPages(tx, job);
        case ORDER_PACKAGE -> decks.orderPackage(tx, job);
        case ORDER_UPLOAD -> decks.orderUpload(tx, job);
        case ANNOUNCE -> outbox.announce(tx, job, countedAgain(tx, job, tally));
      }
    }
  }

  private void skipOpenPages(Tx tx, Job job) {
    pages.skipOpen(tx, job);
    rows.withdraw(tx, job.tenant(), job.id());
  }

  private Tally countedAgain(Tx tx, Job job, Tally tally) {
    return tally.open() == 0
        ? tally
        : tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), tally);
  }
}
