package dev.deckmill.api.refusal;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request is refused. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** When it may be tried again, where nothing more exact is known. */
  private static final long SOON = 5;

  private final transient Trouble trouble;
  private final transient @Nullable Measure measure;
  private final transient @Nullable PageFault page;
  private final long retryAfterSeconds;
  private final boolean passing;
  private final boolean settled;

  /** A limit and what was found instead. */
  public record Measure(long limit, long actual) {}

  /**
   * The page whose fault it is.
   *
   * @param index its number, from 1
   */
  public record PageFault(int index, String name) {}

  private Refusal(
      Trouble trouble,
      @Nullable Measure measure,
      @Nullable PageFault page,
      long retryAfterSeconds,
      boolean passing,
      boolean settled) {
    super(trouble.type() + ": " + trouble.detail(), null, false, false);
    this.trouble = trouble;
    this.measure = measure;
    this.page = page;
    this.retryAfterSeconds = retryAfterSeconds;
    this.passing = passing;
    this.settled = settled;
  }

  /** For a reason that {@code detail} gives in full. */
  public static Refusal of(ErrorType type, String detail) {
    return new Refusal(new Trouble(type, detail), null, null, SOON, false, false);
  }

  /** For being above a limit. */
  public static Refusal above(ErrorType type, String detail, Measure measure) {
    return new Refusal(new Trouble(type, detail), measure, null, SOON, false, false);
  }

  /** For a fault of one page. */
  public static Refusal ofPage(
      ErrorType type, String detail, @Nullable Measure measure, PageFault page) {
    return new Refusal(new Trouble(type, detail), measure, page, SOON, false, false);
  }

  /**
   * For asking for what will not be there, because of trouble there was with it earlier: nothing
   * fails now, and asking again changes nothing.
   */
  public static Refusal settled(Trouble trouble) {
    return new Refusal(trouble, null, null, SOON, false, true);
  }

  /** For something under way that is in the way until it is done. */
  public static Refusal meanwhile(ErrorType type, String detail) {
    return new Refusal(new Trouble(type, detail), null, null, SOON, true, false);
  }

  /** For what may be tried again in so many seconds. */
  public static Refusal later(ErrorType type, String detail, long seconds) {
    return new Refusal(new Trouble(type, detail), null, null, seconds, false, false);
  }

  /** For asking for a piece behind the end of a file of {@code length} bytes. */
  public static Refusal outside(long length, String detail) {
    return above(ErrorType.RANGE_INVALID, detail, new Measure(length, length));
  }

  /** The same for a job that never was and for one of somebody else. */
  public static Refusal unknownJob() {
    return of(
        ErrorType.NOT_FOUND,
        "There is no such job, or it is not one of yours. Check the id; the answer to POST /v1/jobs"
            + " has it.");
  }

  /** Whether what is in the way goes away by itself, in a moment. */
  public boolean passing() {
    return passing;
  }

  /** Whether it is about trouble of earlier, which stays as it is. */
  public boolean settled() {
    return settled;
  }

  /** The problem that the client gets. */
  public Trouble trouble() {
    return Objects.requireNonNull(trouble, "trouble");
  }

  /** When the same may be tried again. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** The limit and what was found instead, where that is the reason. */
  public @Nullable Measure measure() {
    return measure;
  }

  /** The page whose fault it is, where it is one page's. */
  public @Nullable PageFault page() {
    return page;
  }
}
