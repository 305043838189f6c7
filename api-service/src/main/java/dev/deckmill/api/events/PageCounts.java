package dev.deckmill.api.events;

import dev.deckmill.api.orchestration.job.Tally;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many pages are in which state. */
@Schema(name = "PageCounts")
public record PageCounts(
    int total,
    int queued,
    int fetching,
    int converting,
    int succeeded,
    int degraded,
    int failed,
    int skipped,
    int cancelled) {
  /** Those of a tally. */
  public static PageCounts of(Tally tally) {
    return new PageCounts(
        tally.total(),
        tally.queued(),
        tally.fetching(),
        tally.converting(),
        tally.succeeded(),
        tally.degraded(),
        tally.failed(),
        tally.skipped(),
        tally.cancelled());
  }
}
