package dev.deckmill.service.message;

import java.util.concurrent.CompletionStage;

/** Sends messages to Kafka. */
public interface Publisher {
  /**
   * Sends one message; completes when the broker has it on all in-sync replicas, fails when it
   * could not be sent.
   */
  CompletionStage<Void> publish(Outgoing message);
}
