/**
 * A directory as a place to put decks, and what path segments and links of any such place are made
 * of. Never leaves the configured directory, and follows no link in it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.files;
