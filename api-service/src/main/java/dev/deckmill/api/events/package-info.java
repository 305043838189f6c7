/**
 * What happens to jobs, for those who follow them: written as rows with the state it is about, read
 * by every replica, so that a follower may drop out and come back anywhere and misses nothing.
 *
 * <p>{@code orchestration.progress} writes through {@link dev.deckmill.api.events.JobEventWriter};
 * {@code web.v1} reads through {@link dev.deckmill.api.events.JobFeed}. The bell only says when to
 * look: what is sent comes from the rows.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.events;
