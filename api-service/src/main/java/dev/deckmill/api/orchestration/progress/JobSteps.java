package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.events.JobNews;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.orchestration.preview.PreviewOrders;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.page.PageStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Carries out what a move of a job asks for, in the transaction of the move. */
@Singleton
public final class JobSteps {
  private static final Set<PageState> LOST =
      EnumSet.of(PageState.FAILED, PageState.SKIPPED, PageState.CANCELLED);

  private final JobStore jobs;
  private final PageStore pages;
  private final TallyStore tallies;
  private final DeckOrders decks;
  private final PreviewOrders previews;
  private final OutboxStore rows;
  private final PublicEvents events;
  private final Scout scout;
  private final Limits limits;
  private final JobNews news;

  JobSteps(
      JobStore jobs,
      PageStore pages,
      TallyStore tallies,
      DeckOrders decks,
      PreviewOrders previews,
      OutboxStore rows,
      PublicEvents events,
      Scout scout,
      Limits limits,
      JobNews news) {
    this.jobs = jobs;
    this.pages = pages;
    this.tallies = tallies;
    this.decks = decks;
    this.previews = previews;
    this.rows = rows;
    this.events = events;
    this.scout = scout;
    this.limits = limits;
    this.news = news;
  }

  /**
   * Writes the job and does what follows.
   *
   * @param before the job as its row has it
   */
  public void carryOut(Tx tx, Job before, JobMove move, Tally tally) {
    Job job = move.job();
    if (!job.equals(before)) {
      if (job.status().run() != before.status().run()) {
        jobs.reopen(tx, job, limits.jobDeadline());
      }
      jobs.update(tx, job);
    }
    for (JobMove.Step step : move.steps()) {
      switch (step) {
        case SKIP_OPEN_PAGES -> endOpenPages(tx, job, PageState.SKIPPED);
        case CANCEL_OPEN_PAGES -> endOpenPages(tx, job, PageState.CANCELLED);
        case REPEAT_LOST_PAGES -> repeatPages(tx, job, LOST);
        case REPEAT_ALL_PAGES -> repeatPages(tx, job, EnumSet.allOf(PageState.class));
        case ORDER_PACKAGE -> decks.orderPackage(tx, job);
        case ORDER_UPLOAD -> decks.orderUpload(tx, job);
        case ORDER_PREVIEWS -> previews.orderNext(tx, job);
        case ANNOUNCE -> events.announce(tx, job, countedAgain(tx, job, tally));
      }
    }
    if (!job.status().equals(before.status())) {
      news.moved(tx, job, countedAgain(tx, job, tally));
    }
  }

  private void repeatPages(Tx tx, Job job, Set<PageState> states) {
    pages.reopen(tx, job, states);
    scout.orderWaiting(tx, job);
  }

  private void endOpenPages(Tx tx, Job job, PageState end) {
    pages.endOpen(tx, job, end);
    rows.withdraw(tx, job.tenant(), job.id());
  }

  private Tally countedAgain(Tx tx, Job job, Tally tally) {
    return tally.open() == 0 && job.state().terminal()
        ? tally
        : tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), tally);
  }
}
