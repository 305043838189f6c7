package dev.deckmill.api.body;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** A request's body, counted. */
final class BodyStream extends FilterInputStream {
  private static final Logger LOG = Logger.getLogger(BodyStream.class);

  private final long limit;
  private long count;

  private BodyStream(InputStream in, long limit) {
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
  private void drain() throws IOException {
    transferTo(OutputStream.nullOutputStream());
  }

  /** Reads what is left, whatever becomes of it. */
  void abandon() {
    try {
      drain();
    } catch (IOException | Refusal e) {
      LOG.debugf("The rest of a refused body was not read: %s", e.getMessage());
    }
  }

  /**
   * A body, not read yet.
   *
   * @throws Refusal if its client tells a length beyond the limit
   */
  static BodyStream of(InputStream in, OptionalLong length, long limit) {
    BodyStream body = new BodyStream(in, limit);
    if (length.isPresent() && length.getAsLong() > limit) {
      throw tooLarge(limit, length.getAsLong());
    }
    return body;
  }

  private static Refusal tooLarge(long limit, long actual) {
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
