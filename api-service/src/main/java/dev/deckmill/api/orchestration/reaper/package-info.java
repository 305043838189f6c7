/**
 * Finds what got stuck: attempts that were never answered, orders that nobody began or answered,
 * jobs past their deadline, bytes that no job came to or that a job left behind. By the database's
 * clock, in any number of replicas at once.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.reaper;
