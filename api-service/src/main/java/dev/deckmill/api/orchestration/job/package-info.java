/**
 * How jobs and pages move: states, events and pure functions between them.
 *
 * <p>Nothing here reads a clock, a row or a message. {@code orchestration.progress} and {@code
 * orchestration.reaper} ask these functions and carry out what they answer; {@code web.v1} shows
 * the states by their wire names.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.orchestration.job;
