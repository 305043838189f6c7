package dev.deckmill.drive.store;

import java.util.Optional;

/**
 * An upload that is not finished.
 *
 * @param deckSha256 of the deck that was ordered last
 * @param deckMd5 what Drive will say of it
 * @param fileId the file that it is or will be
 * @param session where its bytes go, if a session was begun
 * @param attempts how often it was begun or taken up, this time included
 */
public record OpenUpload(
    String tenant,
    String jobId,
    String deckSha256,
    Optional<String> deckMd5,
    Optional<String> fileId,
    Optional<String> session,
    int attempts) {}
