package dev.deckmill.service.blob;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Chooses the blob store of this process. */
final class BlobWiring {
  @Produces
  @Singleton
  BlobStore blobStore(BlobConfig config) throws IOException {
    return new FileBlobStore(config.directory());
  }
}
