package dev.deckmill.api.store;

import dev.deckmill.api.job.PageProgress;
import dev.deckmill.api.job.PageState;
import dev.deckmill.contracts.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * A page, as far as what is next depends on it.
 *
 * @param jobId the job it belongs to
 * @param name its label
 * @param source its bytes
 * @param queueWaitMillis how long the order of its present attempt waited, if that has begun
 */
public record StoredPage(
    String jobId,
    PageProgress progress,
    String name,
    BlobRef source,
    @Nullable Long queueWaitMillis) {
  /** A converter has told that it began the present attempt. */
  public boolean begun() {
    return progress.state() == PageState.CONVERTING;
  }
}
