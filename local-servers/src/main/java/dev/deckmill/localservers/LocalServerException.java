package dev.deckmill.localservers;

import java.io.IOException;

/** A local server could not be started or did not do what it was asked. */
public final class LocalServerException extends IOException {
  private static final long serialVersionUID = 1L;

  LocalServerException(String message) {
    super(message);
  }
}
