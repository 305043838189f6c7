package dev.deckmill.converter;

import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.PublishFailedException;
import dev.deckmill.service.message.Publisher;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends results in batches: when the first of them has waited for so long, when a batch is full, or
 * when no other result is expected. A result in a batch costs the broker and its consumer a good
 * deal less, down to the transaction that stores it; in a job of hundreds of pages the delay does
 * not show.
 */
@Singleton
final class ResultBatcher {
  private record Waiting(Outgoing result, CompletableFuture<Void> sent) {
    void settle(@Nullable Throwable failure) {
      if (failure == null) {
        sent.complete(null);
      } else {
        sent.completeExceptionally(failure);
      }
    }
  }

  /** Results of a batch, for each child. */
  private static final int BATCH_PER_CHILD = 24;

  private final Publisher publisher;
  private final int batchSize;
  private final Executor afterLinger;
  private List<Waiting> waiting = new ArrayList<>();
  private int expected;

  @Inject
  ResultBatcher(Publisher publisher, ConverterConfig config) {
    this(publisher, config.gatherAnswers(), BATCH_PER_CHILD * config.children());
  }

  /**
   * @param linger how long the first result of a batch waits at most
   * @param batchSize how many results wait no longer, from 1
   */
  ResultBatcher(Publisher publisher, Duration linger, int batchSize) {
    this.publisher = publisher;
    this.batchSize = batchSize;
    this.afterLinger = CompletableFuture.delayedExecutor(linger.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Nobody is left waiting. */
  @PreDestroy
  void close() {
    sendAll();
  }

  /** A result is expected, and others may wait for it; once closed, it is expected no more. */
  synchronized Expected expect() {
    expected++;
    return new Expected();
  }

  /** A result that is expected. For one thread. */
  final class Expected implements AutoCloseable {
    private boolean over;

    /**
     * Sends the result with others and waits until the broker has it.
     *
     * @throws PublishFailedException if the broker did not take it
     */
    void sendAndWait(Outgoing result) throws PublishFailedException, InterruptedException {
      CompletableFuture<Void> sent = new CompletableFuture<>();
      add(new Waiting(result, sent));
      close();
      try {
        sent.get();
      } catch (ExecutionException e) {
        throw new PublishFailedException(result.topic(), e.getCause());
      }
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        noLongerExpected();
      }
    }
  }

  /** How many wait to be sent. */
  synchronized int count() {
    return waiting.size();
  }

  private void add(Waiting one) {
    if (fillsBatch(one)) {
      sendAll();
    }
  }

  private synchronized boolean fillsBatch(Waiting one) {
    waiting.add(one);
    if (waiting.size() == 1) {
      List<Waiting> batch = waiting;
      afterLinger.execute(() -> sendIfStillWaiting(batch));
    }
    return waiting.size() >= batchSize;
  }

  /** Later batches have a time of their own. */
  private void sendIfStillWaiting(List<Waiting> batch) {
    if (areWaiting(batch)) {
      sendAll();
    }
  }

  private synchronized boolean areWaiting(List<Waiting> batch) {
    return waiting == batch;
  }

  private void noLongerExpected() {
    if (isLast()) {
      sendAll();
    }
  }

  private synchronized boolean isLast() {
    expected--;
    return expected == 0;
  }

  private void sendAll() {
    for (Waiting one : takeAll()) {
      try {
        publisher.publish(one.result()).whenComplete((done, failure) -> one.settle(failure));
      } catch (RuntimeException e) {
        // The edge of this thread: whoever waits gets the exception, and tries again.
        one.settle(e);
      }
    }
  }

  private synchronized List<Waiting> takeAll() {
    List<Waiting> all = waiting;
    waiting = new ArrayList<>();
    return all;
  }
}
