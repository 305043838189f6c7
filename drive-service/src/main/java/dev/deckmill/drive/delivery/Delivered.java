package dev.deckmill.drive.delivery;

import java.util.Optional;

/**
 * A deck that lies where it should.
 *
 * @param fileId the place's name for the file
 * @param folderId the place's name for the folder it lies in
 * @param link where a person can open it
 * @param bytes its size
 * @param chunks how many requests carried bytes
 * @param attempts how often the delivery was begun or taken up again, from 1
 * @param micros the time from its first beginning to its end, in microseconds
 * @param resumes how often an upload that was cut short was gone on with
 * @param slides a presentation of it that can be edited there
 * @param pictures how many pictures of its slides lie with it
 */
public record Delivered(
    String fileId,
    String folderId,
    Optional<String> link,
    long bytes,
    int chunks,
    int attempts,
    long micros,
    int resumes,
    Optional<Slides> slides,
    int pictures) {
  /**
   * A presentation in the place's own form.
   *
   * @param fileId the place's name for it
   * @param link where a person can open it
   */
  public record Slides(String fileId, Optional<String> link) {}
}
