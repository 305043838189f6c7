package dev.deckmill.drive.google.client;

import java.io.IOException;

/** Drive answered, but not so that the upload could go on; taking it up again may help. */
public final class UploadInterruptedException extends IOException {
  private static final long serialVersionUID = 1L;

  public UploadInterruptedException(String what) {
    super(what);
  }
}
