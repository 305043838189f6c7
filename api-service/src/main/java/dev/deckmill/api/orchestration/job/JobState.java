package dev.deckmill.api.orchestration.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a job is.
 *
 * <pre>
 *      ┌──► fetching ──┐ (some page came as a URL)
 *      │               ▼
 *   queued ──► converting ──► packaging ──► delivering ──┬───────► succeeded
 *     │            │            │    └───────────│───────┼───────► succeeded_with_warnings
 *     │            │            │                │       ├───────► partially_succeeded
 *     │            │            │            cancelling ─┘ (too late)
 *     │            │            │                └───────────────► cancelled
 *     ├────────────┼────────────┼────────────────────────────────► cancelled
 *     └────────────┴────────────┴────────────────────────────────► failed
 * </pre>
 *
 * A job fails only as long as it has no deck. Once it has one, a delivery that fails leaves it
 * {@code partially_succeeded}: the deck can be downloaded, and the delivery's own status says what
 * went wrong.
 *
 * <p>A delivery that waits for pictures of the slides is {@code delivering} before its upload is
 * ordered; cancelled then, the job is {@code cancelled} at once.
 *
 * <p>A client may have a job at its end go on: as another run of it, which begins {@code queued},
 * {@code packaging} or {@code delivering}.
 */
public enum JobState {
  /** Taken in; no page has begun. */
  QUEUED,
  /** Pages that came as URLs are being fetched; none is being converted yet. */
  FETCHING,
  /** At least one page has begun and at least one is not finished. */
  CONVERTING,
  /** Every page is finished; the deck is being written. */
  PACKAGING,
  /** The deck is there and is on its way to where the client wants it, or about to be. */
  DELIVERING,
  /** It was cancelled when its deck was already on its way; what comes of that settles it. */
  CANCELLING,
  /** Every page is a slide on which nothing is missed. */
  SUCCEEDED,
  /** Every page is a slide; on some a viewer would miss something. */
  SUCCEEDED_WITH_WARNINGS,
  /** There is a deck, but some page failed or the delivery did. */
  PARTIALLY_SUCCEEDED,
  /** There is no deck. */
  FAILED,
  /** The client did not want it any more. */
  CANCELLED;

  /** The states that may follow this one. */
  public Set<JobState> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(FETCHING, CONVERTING, FAILED, CANCELLED);
      case FETCHING -> EnumSet.of(CONVERTING, FAILED, CANCELLED);
      case CONVERTING -> EnumSet.of(PACKAGING, FAILED, CANCELLED);
      case PACKAGING ->
          EnumSet.of(
              DELIVERING,
              SUCCEEDED,
              SUCCEEDED_WITH_WARNINGS,
              PARTIALLY_SUCCEEDED,
              FAILED,
              CANCELLED);
      case DELIVERING ->
          EnumSet.of(
              SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, CANCELLING, CANCELLED);
      case CANCELLING ->
          EnumSet.of(SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, CANCELLED);
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED, FAILED, CANCELLED ->
          EnumSet.noneOf(JobState.class);
    };
  }

  /** Nothing follows: later events leave the job as it is. */
  public boolean terminal() {
    return next().isEmpty();
  }

  /** Its name in answers, events and rows. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a wire name. */
  public static JobState of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }

  /**
   * This state's successor.
   *
   * @throws IllegalStateException if {@code state} may not follow this one
   */
  JobState to(JobState state) {
    if (!next().contains(state)) {
      throw new IllegalStateException("a job that is " + wireName() + " can't become " + state);
    }
    return state;
  }
}
