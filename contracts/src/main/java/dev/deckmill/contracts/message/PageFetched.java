package dev.deckmill.contracts.message;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.Checks;
import java.util.Objects;

/**
 * A page's bytes are there.
 *
 * @param source the bytes, plain or gzip
 * @param hops how many redirects were followed, from 0
 * @param fetchMicros what the fetching took, in microseconds
 */
public record PageFetched(
    String jobId, String tenant, int page, int attempt, BlobRef source, int hops, long fetchMicros)
    implements PageMessage {
  public PageFetched {
    Checks.page(jobId, tenant, page, attempt);
    Objects.requireNonNull(source, "source");
    Checks.atLeast("hops", hops, 0);
    Checks.atLeast("fetchMicros", fetchMicros, 0);
  }
}
