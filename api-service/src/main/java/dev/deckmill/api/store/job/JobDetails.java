package dev.deckmill.api.store.job;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job, as far as a client may see it.
 *
 * @param decks how many decks it has come to
 * @param delivered where the deck was delivered to, or null
 * @param sent how far it is on its way, or null if that was not told
 */
public record JobDetails(
    Job job,
    Tally tally,
    Moments moments,
    int decks,
    @Nullable Delivered delivered,
    @Nullable Sent sent) {
  /**
   * When it got where, by the database's clock.
   *
   * @param retried the present run was asked for; null: it is the first
   * @param started the first page was begun
   * @param converted the last page was finished
   * @param packaged the deck was there
   */
  public record Moments(
      Instant created,
      Instant updated,
      @Nullable Instant retried,
      @Nullable Instant started,
      @Nullable Instant converted,
      @Nullable Instant packaged,
      @Nullable Instant finished) {}

  /**
   * Drive's ids of the file and its folder, and a link that opens it.
   *
   * @param slides the Google Slides presentation beside it, or null
   * @param pictures how many pictures of slides lie with it
   */
  public record Delivered(
      String fileId,
      String folderId,
      @Nullable String link,
      @Nullable Slides slides,
      int pictures) {}

  /** Drive's id of a Google Slides presentation, and a link that opens it. */
  public record Slides(String fileId, @Nullable String link) {}

  /** How many bytes of the deck are where they are to go, of how many. */
  public record Sent(long bytes, long bytesInAll) {}
}
