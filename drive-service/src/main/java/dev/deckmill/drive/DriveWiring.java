package dev.deckmill.drive;

import dev.deckmill.drive.delivery.DeliveryTarget;
import dev.deckmill.drive.delivery.Pause;
import dev.deckmill.drive.google.DriveAccess;
import dev.deckmill.drive.google.GoogleDriveTarget;
import dev.deckmill.drive.store.FolderStore;
import dev.deckmill.drive.store.PictureStore;
import dev.deckmill.drive.store.SessionSeal;
import dev.deckmill.drive.store.SlidesStore;
import dev.deckmill.drive.store.UploadStore;
import dev.deckmill.service.blob.BlobStore;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Which place decks are put in, as the configuration says; what can't work ends the start. */
final class DriveWiring {
  @Produces
  @Singleton
  @Startup
  DriveAccess access(DriveConfig config) {
    return DriveAccess.open(config);
  }

  void close(@Disposes DriveAccess access) throws IOException {
    access.close();
  }

  @Produces
  @Singleton
  @Startup
  SessionSeal seal(DriveConfig config) {
    if (config.sealKeyFile().isPresent()) {
      return SessionSeal.withKeyIn(config.sealKeyFile().get());
    }
    return switch (config.auth()) {
      case NONE -> SessionSeal.none();
      case SERVICE_ACCOUNT ->
          throw new IllegalStateException(
              "deckmill.drive.seal-key-file is needed, because whoever reads an upload session's"
                  + " address in the database could write to it; make one with: head -c 32"
                  + " /dev/urandom > FILE");
    };
  }

  @Produces
  @Singleton
  @Startup
  DeliveryTarget target(
      DriveAccess access,
      UploadStore uploads,
      FolderStore folders,
      SlidesStore slides,
      PictureStore pictures,
      BlobStore blobs,
      DriveConfig config) {
    return new GoogleDriveTarget(access, uploads, folders, slides, pictures, blobs, config);
  }

  @Produces
  @Singleton
  Pause pause() {
    return Thread::sleep;
  }
}
