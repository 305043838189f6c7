package dev.deckmill.drive.google.upload;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.drive.delivery.DeckUnreadableException;
import dev.deckmill.service.blob.BlobStore;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A stored deck that is read forwards, and from the start again where that has to be. */
public final class DeckStream implements Closeable {
  private static final int BUFFER = 64 * 1024;

  private final BlobStore blobs;
  private final BlobRef ref;
  private @Nullable InputStream in;
  private long at;

  DeckStream(BlobStore blobs, BlobRef ref) {
    this.blobs = blobs;
    this.ref = ref;
  }

  /** The MD5 of a whole deck, the checksum that Drive reports for a file. */
  public static String md5(BlobStore blobs, BlobRef ref) throws IOException {
    MessageDigest md5;
    try {
      md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
    try (InputStream in = new DigestInputStream(blobs.open(ref), md5)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  public long length() {
    return ref.length();
  }

  /**
   * Copies {@code length} bytes from {@code first} on.
   *
   * @throws DeckUnreadableException if the store fails, as opposed to {@code out}
   */
  public void copy(long first, long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    seek(first);
    for (long left = length; left > 0; ) {
      int read = read(buffer, (int) Math.min(BUFFER, left));
      left -= read;
      out.write(buffer, 0, read);
    }
  }

  private int read(byte[] buffer, int most) throws DeckUnreadableException {
    try {
      int read = opened().read(buffer, 0, most);
      if (read < 0) {
        throw new EOFException("The stored deck is shorter than its reference says");
      }
      at += read;
      return read;
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
  }

  private void seek(long position) throws DeckUnreadableException {
    try {
      if (position < at) {
        close();
      }
      opened().skipNBytes(position - at);
      at = position;
    } catch (IOException e) {
      throw new DeckUnreadableException(e);
    }
  }

  private InputStream opened() throws IOException {
    if (in == null) {
      in = blobs.open(ref);
      at = 0;
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
      at = 0;
    }
  }
}
