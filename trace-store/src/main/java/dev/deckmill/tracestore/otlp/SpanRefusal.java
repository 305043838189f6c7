package dev.deckmill.tracestore.otlp;

/** Spans that were not taken. */
public final class SpanRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whether it helps to send them again. */
  public enum Reason {
    /** Too many are waiting: later. */
    FLOODED,
    /** They can't be stored just now: later. */
    UNAVAILABLE,
    /** There is something wrong with them: never. */
    INVALID
  }

  private final Reason reason;

  /** Without a cause that a log needs. */
  public SpanRefusal(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  SpanRefusal(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
