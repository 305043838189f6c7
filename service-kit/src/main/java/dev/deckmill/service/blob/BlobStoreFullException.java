package dev.deckmill.service.blob;

import java.io.IOException;

/** There is no room for another object; what was there before is unharmed. */
public final class BlobStoreFullException extends IOException {
  private static final long serialVersionUID = 1L;

  public BlobStoreFullException(String key, IOException cause) {
    super("There is no room for blob " + key + "; free space, or enlarge the blob store", cause);
  }
}
