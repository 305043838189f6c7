/** What comes in over Kafka, on a real broker. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake.kafka;
