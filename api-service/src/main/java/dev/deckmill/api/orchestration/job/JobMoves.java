package dev.deckmill.api.orchestration.job;

import static dev.deckmill.api.orchestration.job.JobMove.Step.ANNOUNCE;
import static dev.deckmill.api.orchestration.job.JobMove.Step.CANCEL_OPEN_PAGES;
import static dev.deckmill.api.orchestration.job.JobMove.Step.ORDER_PACKAGE;
import static dev.deckmill.api.orchestration.job.JobMove.Step.ORDER_PREVIEWS;
import static dev.deckmill.api.orchestration.job.JobMove.Step.ORDER_UPLOAD;
import static dev.deckmill.api.orchestration.job.JobMove.Step.REPEAT_ALL_PAGES;
import static dev.deckmill.api.orchestration.job.JobMove.Step.REPEAT_LOST_PAGES;
import static dev.deckmill.api.orchestration.job.JobMove.Step.SKIP_OPEN_PAGES;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How events move a job: pure functions. An event that comes late or again moves nothing. */
public final class JobMoves {
  private static final Trouble CANCELLED =
      new Trouble(
          ErrorType.CANCELLED,
          "The job was cancelled on request. POST /v1/jobs/{id}:retry has it go on.");

  private JobMoves() {}

  /**
   * Pages have begun or finished.
   *
   * @param firstFailure the trouble of the failed page with the lowest number, or null if none
   *     failed
   */
  public static JobMove pagesChanged(Job job, Tally tally, @Nullable Trouble firstFailure) {
    return switch (job.state()) {
      case QUEUED -> queued(job, tally, firstFailure);
      case FETCHING -> fetching(job, tally, firstFailure);
      case CONVERTING -> converting(job, tally, firstFailure);
      case PACKAGING,
          DELIVERING,
          CANCELLING,
          SUCCEEDED,
          SUCCEEDED_WITH_WARNINGS,
          PARTIALLY_SUCCEEDED,
          FAILED,
          CANCELLED ->
          JobMove.none(job);
    };
  }

  private static JobMove queued(Job job, Tally tally, @Nullable Trouble firstFailure) {
    if (tally.untouched()) {
      return JobMove.none(job);
    }
    return firstFailure == null && tally.fetching() > 0 && tally.unconverted()
        ? JobMove.of(job.with(job.status().fetching()))
        : converting(job.with(job.status().converting()), tally, firstFailure);
  }

  private static JobMove fetching(Job job, Tally tally, @Nullable Trouble firstFailure) {
    return firstFailure == null && tally.unconverted()
        ? JobMove.none(job)
        : converting(job.with(job.status().converting()), tally, firstFailure);
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
    JobMove move =
        job.status().delivery() == DeliveryStatus.NONE
            ? JobMove.of(job.with(job.status().done(outcome(tally))), ANNOUNCE)
            : JobMove.of(job.with(job.status().delivering()), ORDER_UPLOAD);
    return switch (job.request().previews()) {
      case WHEN_VIEWED -> move;
      case AFTER_DECK -> move.and(ORDER_PREVIEWS);
    };
  }

  /** The deck could not be made. */
  public static JobMove packageFailed(Job job, Trouble trouble) {
    return job.state() == JobState.PACKAGING
        ? JobMove.of(job.with(job.status().failed(trouble)), ANNOUNCE)
        : JobMove.none(job);
  }

  /** The deck is where the client wants it; should the job have been cancelled, too late. */
  public static JobMove uploaded(Job job, Tally tally) {
    return awaitsUpload(job)
        ? JobMove.of(job.with(job.status().done(outcome(tally))), ANNOUNCE)
        : JobMove.none(job);
  }

  /** The deck could not be delivered; it stays downloadable. */
  public static JobMove uploadFailed(Job job, Trouble trouble) {
    return awaitsUpload(job) ? undelivered(job, trouble) : JobMove.none(job);
  }

  private static boolean awaitsUpload(Job job) {
    return job.state() == JobState.DELIVERING || job.state() == JobState.CANCELLING;
  }

  private static JobMove undelivered(Job job, Trouble trouble) {
    JobStatus end =
        job.state() == JobState.CANCELLING
            ? job.status().cancelledUndelivered(CANCELLED, trouble)
            : job.status().undelivered(trouble);
    return JobMove.of(job.with(end), ANNOUNCE);
  }

  /** The job has taken longer than it may. */
  public static JobMove pastDeadline(Job job, Trouble trouble) {
    return switch (job.state()) {
      case QUEUED, FETCHING, CONVERTING, PACKAGING ->
          JobMove.of(job.with(job.status().failed(trouble)), SKIP_OPEN_PAGES, ANNOUNCE);
      case DELIVERING, CANCELLING -> undelivered(job, trouble);
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, FAILED, CANCELLED ->
          JobMove.none(job);
    };
  }

  /**
   * The client wants the job no more. As long as its upload is not ordered that ends it here and
   * now; afterwards the upload's answer does.
   */
  public static JobMove cancelled(Job job) {
    return switch (job.state()) {
      case QUEUED, FETCHING, CONVERTING, PACKAGING ->
          JobMove.of(job.with(job.status().cancelled(CANCELLED)), CANCEL_OPEN_PAGES, ANNOUNCE);
      case DELIVERING -> JobMove.of(job.with(job.status().cancelling()));
      case CANCELLING, SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, FAILED, CANCELLED ->
          JobMove.none(job);
    };
  }

  /**
   * The client wants the job no more while its deck waits for pictures to be delivered with: no
   * upload is ordered, so that ends it here and now.
   */
  public static JobMove cancelledBeforeUpload(Job job) {
    return job.state() == JobState.DELIVERING
        ? JobMove.of(job.with(job.status().cancelledUndelivered(CANCELLED, CANCELLED)), ANNOUNCE)
        : cancelled(job);
  }

  /**
   * The client wants the deck in folders: as soon as it is there, or in another run if the job has
   * ended with one. Nothing if it is there, on its way, or if there will be none.
   *
   * @param folders the outermost first
   */
  public static JobMove deliveryAsked(Job job, List<String> folders) {
    return switch (job.state()) {
      case QUEUED, FETCHING, CONVERTING, PACKAGING ->
          JobMove.of(job.into(folders).with(job.status().toBeDelivered()));
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED ->
          job.deliveredInto(folders)
              ? JobMove.none(job)
              : JobMove.of(
                  job.into(folders).with(job.status().againFromDelivery()), ORDER_UPLOAD, ANNOUNCE);
      case DELIVERING, CANCELLING, FAILED, CANCELLED -> JobMove.none(job);
    };
  }

  /**
   * The client wants something of a job at its end done once more: nothing if there is nothing of
   * that kind.
   *
   * @throws IllegalStateException if the job is not at its end
   */
  public static JobMove repeated(Job job, Tally tally, RetryScope scope) {
    return switch (scope) {
      case FAILED_PAGES -> lostRepeated(job, tally);
      case DELIVERY ->
          job.status().conversion() == ConversionStatus.SUCCEEDED
                  && job.status().delivery() == DeliveryStatus.FAILED
              ? JobMove.of(job.with(job.status().againFromDelivery()), ORDER_UPLOAD, ANNOUNCE)
              : JobMove.none(job);
      case ALL -> JobMove.of(job.with(job.status().againFromPages()), REPEAT_ALL_PAGES, ANNOUNCE);
    };
  }

  /** If no page is lost but the deck is, that is made from the slides which are there. */
  private static JobMove lostRepeated(Job job, Tally tally) {
    if (tally.lost() > 0) {
      return JobMove.of(job.with(job.status().againFromPages()), REPEAT_LOST_PAGES, ANNOUNCE);
    }
    return job.status().conversion() == ConversionStatus.SUCCEEDED
        ? JobMove.none(job)
        : JobMove.of(job.with(job.status().againFromDeck()), ORDER_PACKAGE, ANNOUNCE);
  }

  private static JobState outcome(Tally tally) {
    if (tally.failed() > 0) {
      return JobState.PARTIALLY_SUCCEEDED;
    }
    return tally.degraded() > 0 ? JobState.SUCCEEDED_WITH_WARNINGS : JobState.SUCCEEDED;
  }
}
