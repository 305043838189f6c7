package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.intake.InputStorage;
import dev.deckmill.api.store.intake.IntakeStore;
import dev.deckmill.api.store.intake.IntakeStore.Abandoned;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Bytes of submissions that never became a job: their client or their process went away. */
@Singleton
final class AbandonedIntakes implements Sweep {
  private static final Logger LOG = Logger.getLogger(AbandonedIntakes.class);
  private static final int AT_ONCE = 50;

  private final WorkerDatabase database;
  private final IntakeStore intakes;
  private final BlobStore blobs;
  private final Duration grace;

  AbandonedIntakes(
      WorkerDatabase database, IntakeStore intakes, BlobStore blobs, ApiConfig config) {
    this.database = database;
    this.intakes = intakes;
    this.blobs = blobs;
    this.grace = config.reaper().intakeGrace();
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  private int attend(Tx tx) {
    List<Abandoned> found = intakes.holdAbandoned(tx, grace, AT_ONCE);
    for (Abandoned intake : found) {
      LOG.infof("Submission %s of %s never became a job", intake.jobId(), intake.tenant());
      remove(intake);
      intakes.end(tx, intake.tenant(), intake.jobId());
    }
    return found.size();
  }

  /** The note stays where the bytes do, and the next round tries again. */
  private void remove(Abandoned intake) {
    try {
      blobs.deleteAll(InputStorage.prefix(intake.jobId()));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the bytes of submission " + intake.jobId() + " can't be removed", e);
    }
  }
}
