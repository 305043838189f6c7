package dev.deckmill.service.blob;

import dev.deckmill.contracts.BlobRef;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** An object that is being written. Closed without a commit, it leaves nothing behind. */
public interface BlobWriter extends Closeable {
  /** Bytes that somebody wants to write himself. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Appends what {@code content} writes and returns the stretch it became, readable after the
   * commit. An exception of the content's own leaves the object to be closed, not committed.
   */
  BlobRef append(Content content) throws IOException;

  /** Appends all of {@code bytes} likewise. */
  default BlobRef append(InputStream bytes) throws IOException {
    return append(bytes::transferTo);
  }

  /** Makes the object visible and, if it is to be durable, safe; returns the whole of it. */
  BlobRef commit() throws IOException;
}
