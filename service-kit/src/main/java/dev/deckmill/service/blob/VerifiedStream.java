package dev.deckmill.service.blob;

import dev.deckmill.contracts.BlobRef;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The bytes of a stretch and no more. The last of them is only handed out once all together have
 * the promised hash: a reader that stops there was not deceived.
 */
final class VerifiedStream extends FilterInputStream {
  private final BlobRef ref;
  private final MessageDigest digest = Sha256.digest();
  private long left;
  private boolean verified;

  VerifiedStream(InputStream bytes, BlobRef ref) throws IOException {
    super(bytes);
    this.ref = ref;
    this.left = ref.length();
    verifyAtEnd();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int wanted) throws IOException {
    if (left == 0) {
      return wanted == 0 ? 0 : -1;
    }
    int read = in.read(buffer, offset, (int) Math.min(wanted, left));
    if (read < 0) {
      throw new BlobDamagedException(ref.key(), "it ends " + left + " bytes too early");
    }
    digest.update(buffer, offset, read);
    left -= read;
    verifyAtEnd();
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    byte[] buffer = new byte[8192];
    long skipped = 0;
    while (skipped < wanted) {
      int read = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
      if (read < 0) {
        break;
      }
      skipped += read;
    }
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(in.available(), left);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void verifyAtEnd() throws IOException {
    if (left > 0 || verified) {
      return;
    }
    String actual = Sha256.hex(digest);
    if (!actual.equals(ref.sha256())) {
      throw new BlobDamagedException(
          ref.key(), "its SHA-256 is " + actual + ", not " + ref.sha256());
    }
    verified = true;
  }
}
