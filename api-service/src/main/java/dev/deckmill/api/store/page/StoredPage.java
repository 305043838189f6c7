package dev.deckmill.api.store.page;

import dev.deckmill.api.orchestration.job.PageProgress;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.contracts.BlobRef;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page, as far as what is next depends on it.
 *
 * @param jobId the job it belongs to
 * @param name its label
 * @param source its bytes; null until they are fetched
 * @param url where it is fetched; null if it came with its bytes
 * @param queueWaitMillis how long the order of its present attempt waited, if that has begun
 */
public record StoredPage(
    String jobId,
    PageProgress progress,
    String name,
    @Nullable BlobRef source,
    @Nullable String url,
    @Nullable Long queueWaitMillis) {
  /** Its bytes, which are there. */
  public BlobRef bytes() {
    return Objects.requireNonNull(source, "the page's bytes are there");
  }

  /** Where it is fetched, which is told. */
  public String address() {
    return Objects.requireNonNull(url, "the page has a URL");
  }

  /** The fetch role has told that it began the present attempt. */
  public boolean fetchBegun() {
    return progress.state() == PageState.FETCHING;
  }

  /** A converter has told that it began the present attempt. */
  public boolean begun() {
    return progress.state() == PageState.CONVERTING;
  }
}
