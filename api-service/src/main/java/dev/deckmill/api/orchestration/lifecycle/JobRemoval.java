package dev.deckmill.api.orchestration.lifecycle;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.job.RemovedJobStore;
import dev.deckmill.api.store.outbox.DeadRowStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes jobs: what was sent, what was made of it, what is known of it. The audit stays. */
@Singleton
public final class JobRemoval {
  private static final Logger LOG = Logger.getLogger(JobRemoval.class);

  private final AppDatabase database;
  private final HeldJob held;
  private final JobStore jobs;
  private final RemovedJobStore removed;
  private final DeadRowStore deadRows;
  private final JobBlobs blobs;
  private final Duration sweepAfter;

  JobRemoval(
      AppDatabase database,
      HeldJob held,
      JobStore jobs,
      RemovedJobStore removed,
      DeadRowStore deadRows,
      JobBlobs blobs,
      Limits limits) {
    this.database = database;
    this.held = held;
    this.jobs = jobs;
    this.removed = removed;
    this.deadRows = deadRows;
    this.blobs = blobs;
    this.sweepAfter = limits.jobDeadline();
  }

  /**
   * Deletes a job at its end. What was delivered stays where it was delivered to.
   *
   * @throws Refusal if there is no such job, or it is under way
   */
  public void delete(Caller caller, String id) {
    Job deleted =
        database.as(
            caller.tenant(),
            tx -> {
              Job job = held.of(tx, caller, id);
              refuseWhileRunning(job);
              jobs.delete(tx, job);
              deadRows.remove(tx, job);
              removed.note(tx, job, sweepAfter);
              held.note(caller, "job.delete", job, "deleted");
              return job;
            });
    removeBlobs(deleted.id());
  }

  private static void refuseWhileRunning(Job job) {
    if (!job.state().terminal()) {
      throw Refusal.of(
          ErrorType.JOB_RUNNING,
          "The job is %s. Cancel it first: POST /v1/jobs/{id}:cancel."
              .formatted(job.state().wireName()));
    }
  }

  /** The rows are gone, so nothing leads to the bytes any more; the reaper looks after them. */
  private void removeBlobs(String id) {
    try {
      blobs.remove(id);
    } catch (IOException e) {
      LOG.errorf(e, "The bytes of deleted job %s are left to the reaper", id);
    }
  }
}
