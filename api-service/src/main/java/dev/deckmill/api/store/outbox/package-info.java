/** Messages on their way out, those that can never be sent, and those that came in already. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.outbox;
