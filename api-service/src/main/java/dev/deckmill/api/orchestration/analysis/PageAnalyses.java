package dev.deckmill.api.orchestration.analysis;

import dev.deckmill.api.events.JobFeed;
import dev.deckmill.api.intake.JobIntake;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.orchestration.lifecycle.JobRemoval;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.page.PageDetails;
import dev.deckmill.api.store.page.PageReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Finds out how pages would come out: has them converted, reports the results, leaves nothing
 * behind.
 */
@Singleton
public final class PageAnalyses {
  private final JobIntake intake;
  private final JobFeed feed;
  private final AppDatabase database;
  private final JobReader jobs;
  private final PageReader pages;
  private final PageRecords records;
  private final JobRemoval removal;

  PageAnalyses(
      JobIntake intake,
      JobFeed feed,
      AppDatabase database,
      JobReader jobs,
      PageReader pages,
      PageRecords records,
      JobRemoval removal) {
    this.intake = intake;
    this.feed = feed;
    this.database = database;
    this.jobs = jobs;
    this.pages = pages;
    this.records = records;
    this.removal = removal;
  }

  /**
   * Analyses the pages of a submission.
   *
   * @param time how long to wait for it
   * @throws Refusal if it can't be taken as it is, or asks for a delivery
   */
  public Uni<Analysis> of(Caller caller, Submission submission, Duration time) {
    String id = intake.accept(caller, new Undelivered(submission), null).job().job().id();
    return feed.untilEnd(caller.tenant(), id, time)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(ended -> result(caller, id));
  }

  /** What is known of the job and its pages at one moment. */
  private record Found(JobDetails job, List<PageDetails> pages) {}

  private Analysis result(Caller caller, String id) {
    Found found =
        database.as(
            caller.tenant(),
            tx -> {
              JobDetails job = jobs.find(tx, caller.tenant(), id).orElseThrow(Refusal::unknownJob);
              return new Found(job, pages.list(id, 0, job.job().pages()));
            });
    if (!found.job().job().state().terminal()) {
      return new Analysis.UnderWay(found.job());
    }
    List<PageAnalysis> analyses =
        found.pages().stream().map(page -> PageAnalysis.of(page, records.of(page))).toList();
    removal.delete(caller, id);
    return new Analysis.Done(found.job(), analyses);
  }
}
