package dev.deckmill.service.message;

import dev.deckmill.contracts.message.Message;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that is one of our messages.
 *
 * @param record as it came
 * @param id its CloudEvents id
 * @param body what it says
 * @param queued how long it waited
 */
record Incoming<M extends Message>(
    ConsumerRecord<String, byte[]> record, String id, M body, Duration queued) {}
