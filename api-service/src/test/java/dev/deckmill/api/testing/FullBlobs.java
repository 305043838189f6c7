package dev.deckmill.api.testing;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStoreFullException;
import dev.deckmill.service.blob.BlobWriter;
import java.io.IOException;
import java.io.InputStream;

/** A blob store without room for anything. */
public final class FullBlobs implements BlobStore {
  @Override
  public BlobWriter create(String key, Durability durability) throws IOException {
    throw new BlobStoreFullException(key, new IOException("No space left on device"));
  }

  @Override
  public InputStream open(BlobRef ref) throws IOException {
    throw new BlobMissingException(ref.key());
  }

  @Override
  public void delete(String key) {}

  @Override
  public void deleteAll(String prefix) {}
}
