package dev.deckmill.service.blob;

import java.io.IOException;

/** The stored bytes are not the ones that were written. */
public final class BlobDamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  public BlobDamagedException(String key, String difference) {
    super("Blob " + key + " is damaged: " + difference);
  }
}
