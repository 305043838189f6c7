package dev.deckmill.drive.google;

import java.io.IOException;

/** Drive answered, but not so that the upload could go on; taking it up again may help. */
final class UploadInterruptedException extends IOException {
  private static final long serialVersionUID = 1L;

  UploadInterruptedException(String what) {
    super(what);
  }
}
