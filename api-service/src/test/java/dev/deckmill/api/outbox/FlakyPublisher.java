package dev.deckmill.api.outbox;

import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real publisher, with a broker that does not acknowledge what a test names. */
@Decorator
@Priority(10)
class FlakyPublisher implements Publisher {
  /** How the broker fails. */
  enum Fault {
    /** It never gets the message. */
    NOT_SENT,
    /** It has the message, but its acknowledgement is lost. */
    ACK_LOST
  }

  /** A fault that is still to happen to messages of a key. */
  record Planned(String key, Fault fault) {}

  static final List<Planned> PLAN = new CopyOnWriteArrayList<>();

  @Inject @Delegate Publisher broker;

  @Override
  public CompletionStage<Void> publish(Outgoing message) {
    return PLAN.stream()
        .filter(planned -> planned.key().equals(message.key()))
        .findFirst()
        .filter(PLAN::remove)
        .map(planned -> fail(planned.fault(), message))
        .orElseGet(() -> broker.publish(message));
  }

  private CompletionStage<Void> fail(Fault fault, Outgoing message) {
    IOException noAck = new IOException("no acknowledgement, as the test wants it");
    return switch (fault) {
      case NOT_SENT -> CompletableFuture.failedFuture(noAck);
      case ACK_LOST ->
          broker.publish(message).thenCompose(sent -> CompletableFuture.<Void>failedFuture(noAck));
    };
  }
}
