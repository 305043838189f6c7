/**
 * What happens to jobs, told to those who follow them: written as rows with the state it tells of,
 * read by every replica, so that a follower may drop out and come back anywhere and misses nothing.
 *
 * <p>{@code orchestration.progress} writes through {@link dev.deckmill.api.events.JobEventWriter};
 * {@code web.v1} reads through {@link dev.deckmill.api.events.JobFeed}. The bell only says when to
 * look: what is told comes from the rows.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.events;
