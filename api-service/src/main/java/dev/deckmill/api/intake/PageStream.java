package dev.deckmill.api.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A page that comes in, counted: it ends at its limit, and says how much longer it would have been.
 */
final class PageStream extends FilterInputStream {
  private final long limit;
  private long count;

  PageStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (count >= limit) {
      return -1;
    }
    int read = super.read(buffer, offset, (int) Math.min(length, limit - count));
    count += Math.max(read, 0);
    return read;
  }

  /** The whole length: what was read, and what lies beyond the limit. */
  long measure() throws IOException {
    return count + in.transferTo(OutputStream.nullOutputStream());
  }
}
