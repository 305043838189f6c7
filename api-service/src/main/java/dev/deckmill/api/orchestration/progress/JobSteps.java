package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.orchestration.preview.PreviewOrders;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;

/** Carries out what a move of a job asks for, in the transaction of the move. */
@Singleton
public final class JobSteps {
  private final JobStore jobs;
  private final Limits limits;
  private final PageSteps pages;
  private final DeckOrders decks;
  private final PreviewOrders previews;
  private final JobAnnouncements announcements;

  JobSteps(
      JobStore jobs,
      Limits limits,
      PageSteps pages,
      DeckOrders decks,
      PreviewOrders previews,
      JobAnnouncements announcements) {
    this.jobs = jobs;
    this.limits = limits;
    this.pages = pages;
    this.decks = decks;
    this.previews = previews;
    this.announcements = announcements;
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
        case SKIP_OPEN_PAGES -> pages.endOpen(tx, job, PageState.SKIPPED);
        case CANCEL_OPEN_PAGES -> pages.endOpen(tx, job, PageState.CANCELLED);
        case REPEAT_LOST_PAGES -> pages.repeatLost(tx, job);
        case REPEAT_ALL_PAGES -> pages.repeatAll(tx, job);
        case ORDER_PACKAGE -> decks.orderPackage(tx, job);
        case ORDER_UPLOAD -> decks.orderUpload(tx, job);
        case ORDER_PREVIEWS -> previews.orderNext(tx, job);
        case ANNOUNCE -> announcements.toOthers(tx, job, tally);
      }
    }
    if (!job.status().equals(before.status())) {
      announcements.toFollowers(tx, job, tally);
    }
  }
}
