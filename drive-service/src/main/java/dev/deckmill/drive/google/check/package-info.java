/** Whether decks can be delivered as the settings say, and what is to be done if not. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.google.check;
