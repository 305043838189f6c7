package dev.deckmill.api.intake;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;

/** How many jobs a tenant may have under way. */
@Singleton
public final class Quota {
  private final JobStore jobs;
  private final Limits limits;

  Quota(JobStore jobs, Limits limits) {
    this.jobs = jobs;
    this.limits = limits;
  }

  /**
   * Lets a job begin, or begin again, in this transaction if its tenant has few enough others under
   * way; until the transaction ends no other of them passes.
   *
   * @throws Refusal if there are too many
   */
  public void check(Tx tx, Job job) {
    int unfinished = jobs.countOthersUnfinishedAlone(tx, job);
    if (unfinished >= limits.unfinishedJobs()) {
      throw Refusal.above(
          ErrorType.QUOTA_JOBS,
          "%d jobs are unfinished, %d are allowed at a time. Try again when some are done."
              .formatted(unfinished, limits.unfinishedJobs()),
          new Refusal.Measure(limits.unfinishedJobs(), unfinished));
    }
  }
}
