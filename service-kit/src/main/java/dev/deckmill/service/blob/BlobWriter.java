package dev.deckmill.service.blob;

import dev.deckmill.contracts.BlobRef;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** An object that is being written. Closed without a commit, it leaves nothing behind. */
public interface BlobWriter extends Closeable {
  /**
   * Appends all of {@code bytes} and returns the stretch they became, readable after the commit.
   */
  BlobRef append(InputStream bytes) throws IOException;

  /** Makes the object visible and, if it is to be durable, safe; returns the whole of it. */
  BlobRef commit() throws IOException;
}
