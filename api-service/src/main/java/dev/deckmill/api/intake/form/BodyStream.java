package dev.deckmill.api.intake.form;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** A request's body, counted. */
final class BodyStream extends FilterInputStream {
  private static final Logger LOG = Logger.getLogger(BodyStream.class);

  /** How long a client may go on sending what nobody wants. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final long limit;
  private final Runnable cutOff;
  private long count;
  private volatile boolean whole;

  private BodyStream(RequestBody body, long limit) {
    super(body.stream());
    this.limit = limit;
    this.cutOff = body.cutOff();
  }

  @Override
  public int read() throws IOException {
    try {
      int next = super.read();
      count(next < 0 ? -1 : 1);
      return next;
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int read = super.read(buffer, offset, length);
      count(read);
      return read;
    } catch (IOException e) {
      throw new BrokenOffException(e);
    }
  }

  /**
   * @param read how many bytes, or -1 for the end
   */
  private void count(int read) {
    whole = read < 0;
    count += Math.max(read, 0);
    if (count > limit) {
      throw tooLarge(limit, count);
    }
  }

  /**
   * Reads what is left, so that a client that is still sending still gets the answer; and cuts off
   * one that is too slow, or has as much again as a body may have. A read waits for the client as
   * long as the server lets it, and for the next byte again: so it is not this thread that waits.
   */
  void abandon() {
    if (whole) {
      return;
    }
    Thread reading = Thread.ofPlatform().daemon().name("refused-body").start(this::drain);
    try {
      reading.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!whole) {
      cutOff.run();
    }
  }

  private void drain() {
    byte[] unwanted = new byte[8_192];
    try {
      for (long most = limit; most > 0 && !whole; ) {
        int read = in.read(unwanted);
        whole = read < 0;
        most -= read;
      }
    } catch (IOException e) {
      LOG.debugf("The rest of a refused body was not read: %s", e.getMessage());
    }
  }

  /** To close the server's own would read the rest of it, however long that takes. */
  @Override
  public void close() {
    abandon();
  }

  /**
   * A body, not read yet.
   *
   * @throws Refusal if its client announces a length beyond the limit
   */
  static BodyStream of(RequestBody body, long limit) {
    OptionalLong length = body.length();
    if (length.isPresent() && length.getAsLong() > limit) {
      throw tooLarge(limit, length.getAsLong());
    }
    return new BodyStream(body, limit);
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
