/** What messages are made of: pages, decks, options and figures, each in more than one of them. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.contracts.part;
