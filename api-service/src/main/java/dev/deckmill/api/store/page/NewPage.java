package dev.deckmill.api.store.page;

import dev.deckmill.contracts.BlobRef;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was taken in.
 *
 * @param number its place in the job, from 1
 * @param name its label, cleaned
 * @param source its bytes in the job's input blob, or null
 * @param url where it is to be fetched, or null
 * @param attempt the attempt that is ordered with it: 1, or 0 when it waits for another page
 */
public record NewPage(
    int number, String name, @Nullable BlobRef source, @Nullable String url, int attempt) {
  public NewPage {
    if ((source == null) == (url == null)) {
      throw new IllegalArgumentException("a page has its bytes, or a URL that it is to come from");
    }
  }

  /** The attempt at fetching it that is ordered with it: 0 when its bytes are there. */
  public int fetch() {
    return url == null ? 0 : 1;
  }
}
