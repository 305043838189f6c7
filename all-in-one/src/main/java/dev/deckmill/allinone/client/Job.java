package dev.deckmill.allinone.client;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job as the API shows it.
 *
 * @param state where it is; new states may come, so it is text
 * @param conversion pending, running, succeeded or failed
 * @param problem why it failed, or null
 * @param traceId the trace that all its work belongs to, 32 hex digits
 */
public record Job(
    String id,
    @Nullable String title,
    String state,
    @Nullable String conversion,
    @Nullable Delivery delivery,
    @Nullable PageCounts pages,
    @Nullable StageTimes stages,
    @Nullable Problem problem,
    @Nullable String traceId) {
  private static final Set<String> BEFORE_DECK = Set.of("queued", "fetching", "converting");
  private static final Set<String> TERMINAL =
      Set.of(
          "succeeded",
          "succeeded_with_warnings",
          "partially_succeeded",
          "failed",
          "cancelled",
          "expired");

  /**
   * Its way to Google Drive.
   *
   * @param status none, pending, running, succeeded or failed
   */
  public record Delivery(
      String status,
      @Nullable String fileId,
      @Nullable String folderId,
      @Nullable String link,
      @Nullable Problem problem) {
    static final String NONE = "none";
  }

  /** How many pages are in which state. */
  public record PageCounts(
      int total,
      int queued,
      int converting,
      int succeeded,
      int degraded,
      int failed,
      int skipped,
      int cancelled) {
    /** Pages that need no more work. */
    public int finished() {
      return succeeded + degraded + failed + skipped + cancelled;
    }
  }

  /** How long it spent where, in milliseconds; null for what it has not reached. */
  public record StageTimes(
      @Nullable Long queueMs,
      @Nullable Long convertMs,
      @Nullable Long packageMs,
      @Nullable Long deliverMs,
      @Nullable Long totalMs) {}

  /** Some of its pages may have no result yet. */
  public boolean beforeDeck() {
    return BEFORE_DECK.contains(state);
  }

  /** Nothing more will happen to it. */
  public boolean finished() {
    return TERMINAL.contains(state);
  }

  /** It finished, every page is a slide, and the delivery asked for took place. */
  public boolean succeeded() {
    return state.startsWith("succeeded");
  }

  /** Its deck can be fetched, whatever became of its delivery. */
  public boolean hasDeck() {
    return "succeeded".equals(conversion);
  }

  /** Somebody asked for its delivery. */
  public boolean delivers() {
    return delivery != null && !delivery.status().equals(Delivery.NONE);
  }
}
