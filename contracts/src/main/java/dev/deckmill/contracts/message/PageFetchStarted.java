package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;

/**
 * An attempt at fetching a page has begun; from now on its time runs.
 *
 * @param queueWaitMillis from the order's record timestamp to now, in milliseconds, from 0
 */
public record PageFetchStarted(
    String jobId, String tenant, int page, int attempt, long queueWaitMillis)
    implements PageMessage {
  public PageFetchStarted {
    Checks.page(jobId, tenant, page, attempt);
    Checks.atLeast("queueWaitMillis", queueWaitMillis, 0);
  }
}
