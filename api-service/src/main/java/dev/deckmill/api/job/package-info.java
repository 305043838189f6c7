/**
 * How jobs and pages move: states, events and pure functions between them.
 *
 * <p>Nothing here reads a clock, a row or a message. {@code progress} and {@code reaper} ask these
 * functions and carry out what they answer; {@code rest} shows the states by their wire names.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.job;
