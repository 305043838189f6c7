package dev.deckmill.api.intake;

import dev.deckmill.api.problem.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A request's body, counted. */
final class BodyStream extends FilterInputStream {
  private final long limit;
  private long count;

  BodyStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    try {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  private void count(int bytes) {
    count += bytes;
    if (count > limit) {
      throw tooLarge(limit, count);
    }
  }

  /** Reads what is left, so that a client that is still sending gets to hear the answer. */
  void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  static Refusal tooLarge(long limit, long actual) {
    return Refusal.above(
        ErrorType.LIMIT_JOB_BYTES,
        "The request's body has more than " + limit + " bytes. Send the pages as several jobs.",
        new Refusal.Measure(limit, actual));
  }

  /** The client stopped in the middle. */
  static final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(IOException cause) {
      super("the request's body broke off", cause);
    }
  }
}
