package dev.deckmill.drive.google.upload;

import com.google.api.services.drive.model.File;

/** What an upload session says when it is asked or given bytes. */
sealed interface SessionAnswer {
  /** It has the first {@code bytes} and waits for the next. */
  record Waiting(long bytes) implements SessionAnswer {}

  /** It has them all, and this is the file. */
  record Complete(File file) implements SessionAnswer {}

  /** There is no such session any more (they last a week). */
  record Gone() implements SessionAnswer {}
}
