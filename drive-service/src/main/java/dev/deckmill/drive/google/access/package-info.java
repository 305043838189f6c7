/**
 * The way to Google: with which credentials, through which gate, at which address. Knows nothing of
 * decks.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.google.access;
