package dev.deckmill.service.blob;

import java.io.IOException;

/** There is no object under the key. */
public final class BlobMissingException extends IOException {
  private static final long serialVersionUID = 1L;

  public BlobMissingException(String key) {
    super(
        "There is no blob "
            + key
            + "; it was deleted, or this service looks at another store than the one that wrote it");
  }
}
