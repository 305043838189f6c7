/** Decks: which slides are in them, their versions, and where they are to be delivered. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.deck;
