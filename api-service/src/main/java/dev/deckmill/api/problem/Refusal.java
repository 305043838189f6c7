package dev.deckmill.api.problem;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request is refused. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When it may be tried again, where nothing tells it better. */
  private static final long SOON = 5;

  private final transient Trouble trouble;
  private final transient @Nullable Measure measure;
  private final transient @Nullable PageFault page;
  private final long retryAfterSeconds;
  private final int status;

  /** A limit and what was found instead. */
  public record Measure(long limit, long actual) {}

  /**
   * The page whose fault it is.
   *
   * @param index its number, from 1
   */
  public record PageFault(int index, String name) {}

  private Refusal(
      ErrorType type,
      String detail,
      @Nullable Measure measure,
      @Nullable PageFault page,
      long retryAfterSeconds) {
    this(new Trouble(type, detail), type.status(), measure, page, retryAfterSeconds);
  }

  private Refusal(
      Trouble trouble,
      int status,
      @Nullable Measure measure,
      @Nullable PageFault page,
      long retryAfterSeconds) {
    super(trouble.type() + ": " + trouble.detail(), null, false, false);
    this.trouble = trouble;
    this.status = status;
    this.measure = measure;
    this.page = page;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** For a reason that {@code detail} tells in full. */
  public static Refusal of(ErrorType type, String detail) {
    return new Refusal(type, detail, null, null, SOON);
  }

  /** For being above a limit. */
  public static Refusal above(ErrorType type, String detail, Measure measure) {
    return new Refusal(type, detail, measure, null, SOON);
  }

  /** For a fault of one page. */
  public static Refusal ofPage(
      ErrorType type, String detail, @Nullable Measure measure, PageFault page) {
    return new Refusal(type, detail, measure, page, SOON);
  }

  /** For what may be tried again in so many seconds. */
  public static Refusal later(ErrorType type, String detail, long seconds) {
    return new Refusal(type, detail, null, null, seconds);
  }

  /** For asking for a piece behind the end of a file of {@code length} bytes. */
  public static Refusal outside(long length, String detail) {
    return new Refusal(ErrorType.RANGE_INVALID, detail, new Measure(length, length), null, SOON);
  }

  /** The same for a job that never was and for one of somebody else. */
  public static Refusal unknownJob() {
    return of(
        ErrorType.NOT_FOUND,
        "There is no such job, or it is not one of yours. Check the id; the answer to POST /v1/jobs"
            + " has it.");
  }

  /** The same with another HTTP status than the one that its type usually has. */
  public Refusal answeredWith(int other) {
    return new Refusal(trouble(), other, measure, page, retryAfterSeconds);
  }

  /** What an HTTP request is answered with for it, 400 to 599. */
  public int status() {
    return status;
  }

  /** What it tells the client. */
  public Trouble trouble() {
    return Objects.requireNonNull(trouble, "trouble");
  }

  long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** The limit and what was found instead, where that is the reason. */
  public @Nullable Measure measure() {
    return measure;
  }

  @Nullable PageFault page() {
    return page;
  }
}
