/**
 * Orders and announcements on their way to Kafka: written with the decision they follow from, sent
 * by the relay when that is committed, at least once and in order.
 *
 * <p>{@code intake}, {@code orchestration.progress} and {@code orchestration.reaper} write through
 * {@link dev.deckmill.api.outbox.Outbox}; the relay runs by itself.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.outbox;
