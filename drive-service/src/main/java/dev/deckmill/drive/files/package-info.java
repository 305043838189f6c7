/**
 * A directory as a place to put decks. Never leaves the configured directory, and follows no link
 * in it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.files;
