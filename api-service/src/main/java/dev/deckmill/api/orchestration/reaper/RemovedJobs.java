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
    List<String> due = database.inTransaction(this::claim);
    remove(due);
    return due.size();
  }

  /**
   * Takes some whose time has come, by putting off when it comes next: should the process end
   * before their bytes are removed, a later round finds the notes again.
   */
  List<String> claim(Tx tx) {
    List<String> due = removed.holdDue(tx, AT_ONCE);
    due.forEach(jobId -> removed.postpone(tx, jobId, pause));
    return due;
  }

  /** In no transaction: files take their time, and no row is locked meanwhile. */
  void remove(List<String> jobIds) {
    jobIds.forEach(this::remove);
  }

  /** The note stays where the bytes do, but keeps nobody else waiting. */
  private void remove(String jobId) {
    try {
      blobs.remove(jobId);
      database.useTransaction(tx -> removed.forget(tx, jobId));
    } catch (IOException e) {
      LOG.errorf(e, "The bytes of deleted job %s can't be removed; tried again later", jobId);
    }
  }
}
