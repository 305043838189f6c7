package dev.deckmill.api.orchestration.lifecycle;

import dev.deckmill.service.blob.BlobStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** The bytes that belong to a job, whichever service wrote them. */
@Singleton
public final class JobBlobs {
  /** Where they lie: those of api-service, converters, packager. */
  private static final List<String> PLACES = List.of("jobs/", "bundles/", "previews/", "decks/");

  private final BlobStore blobs;

  public JobBlobs(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * Removes them all.
   *
   * @throws IOException if some can't be removed; the others are
   */
  public void remove(String jobId) throws IOException {
    IOException failure = null;
    for (String place : PLACES) {
      try {
        blobs.deleteAll(place + jobId + "/");
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
