/**
 * Google Drive as a place to put decks: metadata through Google's client, bytes through its request
 * factory with our own resumable requests, because the client's uploader can't take up a session
 * that an earlier process began.
 *
 * <p>The only user of Google's libraries. Nothing that Google says in words, no address and no
 * token leaves this package: only statuses and Google's reason codes do.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.google;
