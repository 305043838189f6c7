package dev.deckmill.api.orchestration.job;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an event does to a job.
 *
 * @param job the job afterwards
 * @param steps what is to be done about it, in this order
 */
public record JobMove(Job job, List<Step> steps) {
  /** Something to be done in the same transaction. */
  public enum Step {
    /** Finish the pages that are open as skipped. */
    SKIP_OPEN_PAGES,
    /** Finish the pages that are open as cancelled. */
    CANCEL_OPEN_PAGES,
    /** Have the pages that are no slides done once more. */
    REPEAT_LOST_PAGES,
    /** Have all pages done once more. */
    REPEAT_ALL_PAGES,
    /** Order the deck. */
    ORDER_PACKAGE,
    /** Order its delivery. */
    ORDER_UPLOAD,
    /** Order the pictures of its slides. */
    ORDER_PREVIEWS,
    /** Announce where the job is. */
    ANNOUNCE
  }

  public JobMove {
    steps = List.copyOf(steps);
  }

  static JobMove of(Job job, Step... steps) {
    return new JobMove(job, List.of(steps));
  }

  /** The same, and one step more. */
  JobMove and(Step step) {
    return new JobMove(job, Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  /** Nothing happens. */
  static JobMove none(Job job) {
    return of(job);
  }
}
