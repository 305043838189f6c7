/** Jobs, their tally, their events and what is left of those that were removed. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.store.job;
