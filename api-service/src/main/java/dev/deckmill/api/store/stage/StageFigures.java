package dev.deckmill.api.store.stage;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.service.message.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a stage row's {@code figures} hold besides its columns: one record for each stage. */
public final class StageFigures {
  /** Of a row that needs no figures. */
  public static final String NONE = "{}";

  private StageFigures() {}

  /**
   * A conversion's.
   *
   * @param record where the decisions on the page's elements lie, as {@link
   *     dev.deckmill.contracts.part.PageRecord}; null if nowhere
   */
  public record Converted(@Nullable BlobRef record) {}

  /**
   * A fetching's.
   *
   * @param hops how many redirects were followed
   */
  public record Fetched(long bytes, int hops) {}

  /** A packaging's. */
  public record Packaged(
      long packageBytes, DeckPackaged.Counts counts, @Nullable Long storeMicros) {}

  /**
   * An upload's.
   *
   * @param resumes how often a part that was there already was gone on with; null: not counted yet
   */
  public record Uploaded(
      String fileId,
      String folderId,
      long bytes,
      int chunks,
      int attempts,
      @Nullable Integer resumes) {}

  /** An upload's that failed. */
  public record UploadFailed(int attempts) {}

  /** Figures as a row keeps them. */
  public static String text(Record figures) {
    return new String(Wire.write(figures), StandardCharsets.UTF_8);
  }

  /** What {@link #text} wrote. */
  public static <R extends Record> R read(String text, Class<R> type) {
    try {
      return Wire.read(text.getBytes(StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException("a stage row's figures are not as they were written", e);
    }
  }
}
