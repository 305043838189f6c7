package dev.deckmill.api.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket that gives no more than it may; TLS, if there is any, reads from it as well. */
final class LimitedSocket extends Socket {
  private final ReceiveLimit limit;

  LimitedSocket(ReceiveLimit limit) {
    this.limit = limit;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Limited(super.getInputStream(), limit);
  }

  private static final class Limited extends FilterInputStream {
    private final ReceiveLimit limit;

    Limited(InputStream in, ReceiveLimit limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      limit.allowed(1);
      int next = super.read();
      limit.received(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, limit.allowed(length));
      limit.received(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(limit.allowed((int) Math.min(bytes, Integer.MAX_VALUE)));
      limit.received((int) skipped);
      return skipped;
    }
  }
}
