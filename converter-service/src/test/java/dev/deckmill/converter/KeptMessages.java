package dev.deckmill.converter;

import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher that keeps what it is given, until it is told to fail. */
final class KeptMessages implements Publisher {
  private final List<Outgoing> sent = new CopyOnWriteArrayList<>();
  private volatile boolean broken;

  @Override
  public CompletionStage<Void> publish(Outgoing message) {
    if (broken) {
      return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
    }
    sent.add(message);
    return CompletableFuture.completedFuture(null);
  }

  void breakDown() {
    broken = true;
  }

  List<Outgoing> sent() {
    return sent;
  }
}
