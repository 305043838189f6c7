package dev.deckmill.api.intake;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.api.store.JobStore;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;

/** How many jobs a tenant may have under way. */
@Singleton
final class Quota {
  private final JobStore jobs;
  private final Limits limits;

  Quota(JobStore jobs, Limits limits) {
    this.jobs = jobs;
    this.limits = limits;
  }

  /**
   * Lets one more job pass.
   *
   * @throws Refusal if there are too many
   */
  void check(Tx tx, String tenant) {
    int unfinished = jobs.unfinished(tx, tenant);
    if (unfinished >= limits.unfinishedJobs()) {
      throw Refusal.above(
          ErrorType.QUOTA_JOBS,
          "%d jobs are unfinished, %d are allowed at a time. Send this one when some are done."
              .formatted(unfinished, limits.unfinishedJobs()),
          new Refusal.Measure(limits.unfinishedJobs(), unfinished));
    }
  }
}
