/**
 * How messages go out and come in: JSON bodies, CloudEvents headers in binary mode, trace context,
 * dead letters.
 *
 * <p>A service hands a {@link dev.deckmill.contracts.message.Message} to the {@link
 * dev.deckmill.service.message.Publisher} and gets one from its consumer edge; how that looks as a
 * Kafka record is known here alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.service.message;
