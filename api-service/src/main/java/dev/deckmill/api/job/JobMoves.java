package dev.deckmill.api.job;

import static dev.deckmill.api.job.JobMove.Step.ANNOUNCE;
import static dev.deckmill.api.job.JobMove.Step.ORDER_PACKAGE;
import static dev.deckmill.api.job.JobMove.Step.ORDER_UPLOAD;
import static dev.deckmill.api.job.JobMove.Step.SKIP_OPEN_PAGES;

import dev.deckmill.contracts.Trouble;
import org.jspecify.annotations.Nullable;

/** How events move a job: pure functions. An event that comes late or again moves nothing. */
public final class JobMoves {
  private JobMoves() {}

  /**
   * Pages have begun or finished.
   *
   * @param firstFailure the trouble of the failed page with the lowest number, or null if none
   *     failed
   */
  public static JobMove pagesChanged(Job job, Tally tally, @Nullable Trouble firstFailure) {
    return switch (job.state()) {
      case QUEUED ->
          tally.untouched()
              ? JobMove.none(job)
              : converting(job.with(job.status().converting()), tally, firstFailure);
      case CONVERTING -> converting(job, tally, firstFailure);
      case PACKAGING, DELIVERING, SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, FAILED ->
          JobMove.none(job);
    };
  }

  private static JobMove converting(Job job, Tally tally, @Nullable Trouble firstFailure) {
    if (firstFailure != null && job.request().onPageError() == OnPageError.FAIL_JOB) {
      return JobMove.of(job.with(job.status().failed(firstFailure)), SKIP_OPEN_PAGES, ANNOUNCE);
    }
    if (tally.open() > 0) {
      return JobMove.none(job);
    }
    if (firstFailure != null && tally.slides() == 0) {
      return JobMove.of(job.with(job.status().failed(firstFailure)), ANNOUNCE);
    }
    return JobMove.of(job.with(job.status().packaging()), ORDER_PACKAGE);
  }

  /** The deck is there. */
  public static JobMove packaged(Job job, Tally tally) {
    if (job.state() != JobState.PACKAGING) {
      return JobMove.none(job);
    }
    return job.status().delivery() == DeliveryStatus.NONE
        ? JobMove.of(job.with(job.status().done(outcome(tally))), ANNOUNCE)
        : JobMove.of(job.with(job.status().delivering()), ORDER_UPLOAD);
  }

  /** The deck could not be made. */
  public static JobMove packageFailed(Job job, Trouble trouble) {
    return job.state() == JobState.PACKAGING
        ? JobMove.of(job.with(job.status().failed(trouble)), ANNOUNCE)
        : JobMove.none(job);
  }

  /** The deck is where the client wants it. */
  public static JobMove uploaded(Job job, Tally tally) {
    return job.state() == JobState.DELIVERING
        ? JobMove.of(job.with(job.status().done(outcome(tally))), ANNOUNCE)
        : JobMove.none(job);
  }

  /** The deck could not be delivered; it stays downloadable. */
  public static JobMove uploadFailed(Job job, Trouble trouble) {
    return job.state() == JobState.DELIVERING
        ? JobMove.of(job.with(job.status().undelivered(trouble)), ANNOUNCE)
        : JobMove.none(job);
  }

  /** The job has taken longer than it may. */
  public static JobMove pastDeadline(Job job, Trouble trouble) {
    return switch (job.state()) {
      case QUEUED, CONVERTING, PACKAGING ->
          JobMove.of(job.with(job.status().failed(trouble)), SKIP_OPEN_PAGES, ANNOUNCE);
      case DELIVERING -> JobMove.of(job.with(job.status().undelivered(trouble)), ANNOUNCE);
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, FAILED -> JobMove.none(job);
    };
  }

  private static JobState outcome(Tally tally) {
    if (tally.failed() > 0) {
      return JobState.PARTIALLY_SUCCEEDED;
    }
    return tally.degraded() > 0 ? JobState.SUCCEEDED_WITH_WARNINGS : JobState.SUCCEEDED;
  }
}
