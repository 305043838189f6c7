package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;

/**
 * A converter has begun an attempt; from now on the attempt's time limit runs. Sent by itself for
 * pages that take long; the result of a quick one has it in it.
 *
 * @param worker which converter it is, for people
 * @param queueWaitMillis from the order's record timestamp to now, in milliseconds, from 0
 */
public record PageStarted(
    String jobId, String tenant, int page, int attempt, String worker, long queueWaitMillis)
    implements PageMessage {
  public PageStarted {
    Checks.page(jobId, tenant, page, attempt);
    Checks.atLeast("queueWaitMillis", queueWaitMillis, 0);
  }
}
