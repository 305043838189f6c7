package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.lifecycle.JobBlobs;
import dev.deckmill.api.store.job.RemovedJobStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Bytes of deleted jobs: those that could not be removed with the job, and those that a converter
 * or packager wrote afterwards, because it had its order already.
 */
@Singleton
final class RemovedJobs implements Sweep {
  private static final Logger LOG = Logger.getLogger(RemovedJobs.class);
  private static final int AT_ONCE = 50;

  private final WorkerDatabase database;
  private final RemovedJobStore removed;
  private final JobBlobs blobs;
  private final Duration pause;

  RemovedJobs(WorkerDatabase database, RemovedJobStore removed, JobBlobs blobs, Limits limits) {
    this.database = database;
    this.removed = removed;
    this.blobs = blobs;
    this.pause = limits.jobDeadline();
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  int attend(Tx tx) {
    List<String> due = removed.holdDue(tx, AT_ONCE);
    due.forEach(jobId -> sweep(tx, jobId));
    return due.size();
  }

  /** The note stays where the bytes do, but keeps nobody else waiting. */
  private void sweep(Tx tx, String jobId) {
    try {
      blobs.remove(jobId);
      removed.forget(tx, jobId);
    } catch (IOException e) {
      LOG.errorf(e, "The bytes of deleted job %s can't be removed; tried again later", jobId);
      removed.postpone(tx, jobId, pause);
    }
  }
}
