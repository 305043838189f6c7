package dev.deckmill.api.store.stage;

import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.StageTimings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt at one stage did.
 *
 * @param page the page's number, or {@value #WHOLE_DECK}
 * @param attempt which attempt at the page, or which run of the job, from 1
 * @param queueWaitMillis how long its order waited, if that is known
 * @param totalMicros how long it took, if that is known
 * @param conversion what a page's conversion did, or null
 * @param figuresJson further figures of a stage, a JSON object
 * @param trouble what it failed with, or null
 */
public record StageRow(
    Stage stage,
    int page,
    int attempt,
    @Nullable Long queueWaitMillis,
    @Nullable Long totalMicros,
    @Nullable Conversion conversion,
    String figuresJson,
    @Nullable Trouble trouble) {
  /** The page of a stage that concerns all of them. */
  public static final int WHOLE_DECK = 0;

  /** The stages a job goes through. */
  public enum Stage {
    FETCH,
    CONVERT,
    PACKAGE,
    UPLOAD;

    /** Its name in rows and answers. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * What a page's conversion did.
   *
   * @param findingsJson the findings that the result carried, a JSON array
   * @param findingCount how many there are in all
   */
  public record Conversion(
      StageTimings timings, Renditions renditions, String findingsJson, int findingCount) {}
}
