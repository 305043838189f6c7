package dev.deckmill.api.intake;

import dev.deckmill.api.store.intake.IntakeStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.blob.BlobStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Notes which bytes are on their way before they are stored, so that the reaper finds those whose
 * job never came to be, however this process ends.
 */
@Singleton
final class Intakes {
  private static final Logger LOG = Logger.getLogger(Intakes.class);

  private final AppDatabase database;
  private final WorkerDatabase everybody;
  private final IntakeStore intakes;
  private final BlobStore blobs;

  Intakes(AppDatabase database, WorkerDatabase everybody, IntakeStore intakes, BlobStore blobs) {
    this.database = database;
    this.everybody = everybody;
    this.intakes = intakes;
    this.blobs = blobs;
  }

  /**
   * To be called before the first byte is stored; false if the id is another job's or intake's.
   *
   * <p>The note is written before jobs are looked at: an intake that had the id either still has
   * its note, or its job can be seen.
   */
  boolean begin(String tenant, String jobId) {
    if (!database.as(tenant, tx -> intakes.begin(tx, tenant, jobId))) {
      return false;
    }
    if (everybody.inTransaction(tx -> intakes.isJob(tx, jobId))) {
      database.as(tenant, tx -> intakes.end(tx, tenant, jobId));
      return false;
    }
    return true;
  }

  /** There will be no job; what can't be removed now is left to the reaper. */
  void drop(String tenant, String jobId) {
    try {
      blobs.deleteAll(InputStorage.prefix(jobId));
    } catch (IOException e) {
      LOG.warnf(e, "The bytes of refused submission %s are left to the reaper", jobId);
      return;
    }
    database.as(tenant, tx -> intakes.end(tx, tenant, jobId));
  }
}
