package dev.deckmill.contracts.message;

import dev.deckmill.contracts.part.Checks;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The deck is in Google Drive.
 *
 * @param fileId Drive's id of the file
 * @param folderId Drive's id of the folder it lies in
 * @param link where a person can open it, if Drive gave one
 * @param bytes the file's size, from 1
 * @param chunks how many requests carried bytes, from 1
 * @param attempts how often the upload was begun or taken up again, from 1
 * @param uploadMicros whole time of the upload, in microseconds
 * @param run of the order
 * @param resumes how often an upload that was cut short was gone on with, from 0; null from senders
 *     that did not count it yet
 * @param slides the Google Slides presentation beside it; null: there is none
 * @param pictures how many pictures of slides lie with it; null is none
 */
public record DeckUploaded(
    String jobId,
    String tenant,
    String fileId,
    String folderId,
    @Nullable String link,
    long bytes,
    int chunks,
    int attempts,
    long uploadMicros,
    @Nullable Integer run,
    @Nullable Integer resumes,
    @Nullable SlidesFile slides,
    @Nullable Integer pictures)
    implements DeckMessage {
  /**
   * A Google Slides presentation.
   *
   * @param fileId Drive's id of it
   * @param link where a person can open it, if Drive gave one
   */
  public record SlidesFile(String fileId, @Nullable String link) {
    public SlidesFile {
      Objects.requireNonNull(fileId, "fileId");
    }
  }

  public DeckUploaded {
    Checks.identity(jobId, tenant);
    Objects.requireNonNull(fileId, "fileId");
    Objects.requireNonNull(folderId, "folderId");
    Checks.atLeast("bytes", bytes, 1);
    Checks.atLeast("chunks", chunks, 1);
    Checks.atLeast("attempts", attempts, 1);
    Checks.atLeast("uploadMicros", uploadMicros, 0);
    Checks.run(run);
  }
}
