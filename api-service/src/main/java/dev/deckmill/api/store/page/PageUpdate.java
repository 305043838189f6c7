package dev.deckmill.api.store.page;

import dev.deckmill.api.orchestration.job.PageProgress;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written about a page.
 *
 * @param progress how far it is now
 * @param begun the beginning of its present attempt, if that was told in this round
 * @param ending how it finished, if it did in this round
 * @param source its bytes, if they have come in this round
 * @param due when the reaper is to look at it
 */
public record PageUpdate(
    PageProgress progress,
    @Nullable Begun begun,
    @Nullable Ending ending,
    @Nullable BlobRef source,
    Due due) {
  /** An update of a page whose bytes are where they were. */
  public PageUpdate(
      PageProgress progress, @Nullable Begun begun, @Nullable Ending ending, Due due) {
    this(progress, begun, ending, null, due);
  }

  /** When the reaper is to look at a page. */
  public sealed interface Due {
    /** As was settled before. */
    record Unchanged() implements Due {}

    /** Nothing is expected of it. */
    record Never() implements Due {}

    /** When its job's time is over. */
    record WithJob() implements Due {}

    /** This long from now. */
    record In(Duration time) implements Due {}
  }

  /**
   * An attempt that has begun.
   *
   * @param worker which converter it is
   * @param queueWaitMillis how long its order waited
   */
  public record Begun(String worker, long queueWaitMillis) {}

  /** How a page finished. */
  public sealed interface Ending {
    /** The attempt that did it, from 1. */
    int attempt();

    /** The span of that attempt, if it is known. */
    @Nullable String traceparent();

    /** As a slide. */
    record Slide(
        int attempt,
        BlobRef bundle,
        String sha256,
        @Nullable String title,
        @Nullable String traceparent)
        implements Ending {}

    /** Without one. */
    record Given(int attempt, Trouble trouble, @Nullable String traceparent) implements Ending {}
  }
}
