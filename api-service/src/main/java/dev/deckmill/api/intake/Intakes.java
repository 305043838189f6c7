package dev.deckmill.api.intake;

import dev.deckmill.api.store.AppDatabase;
import dev.deckmill.api.store.IntakeStore;
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
  private final IntakeStore intakes;
  private final BlobStore blobs;

  Intakes(AppDatabase database, IntakeStore intakes, BlobStore blobs) {
    this.database = database;
    this.intakes = intakes;
    this.blobs = blobs;
  }

  /** To be called before the first byte is stored. */
  void begin(String tenant, String jobId) {
    database.as(
        tenant,
        tx -> {
          intakes.begin(tx, tenant, jobId);
          return jobId;
        });
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
