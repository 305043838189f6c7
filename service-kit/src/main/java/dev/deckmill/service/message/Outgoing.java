package dev.deckmill.service.message;

import dev.deckmill.contracts.message.Message;
import io.opentelemetry.context.Context;
import java.util.Objects;

/**
 * A message on its way out.
 *
 * @param id the CloudEvents id: the same for the same event, however often it is sent
 * @param topic where to
 * @param key which decides the partition
 * @param body what it says
 * @param parent the trace context its producer span is a child of
 */
public record Outgoing(String id, String topic, String key, Message body, Context parent) {
  public Outgoing {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(parent, "parent");
  }
}
