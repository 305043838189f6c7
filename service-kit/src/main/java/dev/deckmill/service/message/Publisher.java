package dev.deckmill.service.message;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Sends messages to Kafka. */
public interface Publisher {
  /**
   * Sends one message; completes when the broker has it on all in-sync replicas, fails when it
   * could not be sent, with {@link UnsendableException} when it never can be.
   */
  CompletionStage<Void> publish(Outgoing message);

  /**
   * Sends one message and waits until the broker has it.
   *
   * @throws PublishFailedException if the broker did not take it
   */
  default void publishAndWait(Outgoing message)
      throws PublishFailedException, InterruptedException {
    try {
      publish(message).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new PublishFailedException(message.topic(), e.getCause());
    }
  }
}
