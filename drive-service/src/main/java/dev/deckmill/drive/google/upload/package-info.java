/**
 * Bytes to Drive, through its request factory with our own resumable requests, because the client's
 * uploader can't take up a session that an earlier process began.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.google.upload;
