package dev.deckmill.drive.store;

import dev.deckmill.drive.delivery.Delivered;
import java.util.Optional;

/**
 * An upload that is not finished.
 *
 * @param deckSha256 of the deck that was ordered last
 * @param deckMd5 what Drive will say of it
 * @param fileId the file that it is or will be
 * @param session where its bytes go, if a session was begun
 * @param attempts how often it was begun or taken up, this time included
 * @param wish the digest of what was ordered last
 * @param placed whether the file is known to have the name, folder and description that were
 *     ordered last
 * @param held whether the file is known to hold that deck
 * @param slides what is known of the presentation beside it
 */
public record OpenUpload(
    String tenant,
    String jobId,
    String deckSha256,
    Optional<String> deckMd5,
    Optional<String> fileId,
    Optional<String> session,
    int attempts,
    String wish,
    boolean placed,
    boolean held,
    OpenSlides slides) {
  /**
   * A presentation that is there or still to be made.
   *
   * @param known it, if it is there
   * @param begun whether one may have been made whose answer was lost
   * @param current whether it shows the deck that was ordered last
   */
  public record OpenSlides(Optional<Delivered.Slides> known, boolean begun, boolean current) {}
}
