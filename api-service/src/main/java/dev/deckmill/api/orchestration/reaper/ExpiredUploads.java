package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.intake.upload.Uploads;
import dev.deckmill.api.store.intake.UploadStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Uploads that are no longer kept, finished or not. */
@Singleton
final class ExpiredUploads implements Sweep {
  private static final int AT_ONCE = 50;

  private final WorkerDatabase database;
  private final UploadStore uploads;
  private final BlobStore blobs;

  ExpiredUploads(WorkerDatabase database, UploadStore uploads, BlobStore blobs) {
    this.database = database;
    this.uploads = uploads;
    this.blobs = blobs;
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  private int attend(Tx tx) {
    List<String> expired = uploads.holdExpired(tx, AT_ONCE);
    for (String id : expired) {
      removeBytes(id);
      uploads.remove(tx, id);
    }
    return expired.size();
  }

  /** The row stays where the bytes do, and the next round tries again. */
  private void removeBytes(String id) {
    try {
      blobs.deleteAll(Uploads.prefix(id));
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of upload " + id + " can't be removed", e);
    }
  }
}
