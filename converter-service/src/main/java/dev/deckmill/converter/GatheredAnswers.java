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

/**
 * Sends answers several at a time: a moment after the first of them, as soon as they are enough, or
 * when no other is to come. Every one costs the broker and whoever hears it a good deal less in
 * company, down to the transaction that takes it in; and of a job with hundreds of pages nobody
 * misses the moment.
 */
@Singleton
final class GatheredAnswers {
  private record Waiting(Outgoing answer, CompletableFuture<Void> sent) {}

  /** Answers to each child. */
  private static final int ENOUGH = 24;

  private final Publisher publisher;
  private final int enough;
  private final Executor afterAMoment;
  private List<Waiting> waiting = new ArrayList<>();
  private int expected;

  @Inject
  GatheredAnswers(Publisher publisher, ConverterConfig config) {
    this(publisher, config.gatherAnswers(), ENOUGH * config.children());
  }

  /**
   * @param enough how many answers wait no longer, from 1
   */
  GatheredAnswers(Publisher publisher, Duration moment, int enough) {
    this.publisher = publisher;
    this.enough = enough;
    this.afterAMoment = CompletableFuture.delayedExecutor(moment.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Nobody is left waiting for the moment. */
  @PreDestroy
  void close() {
    sendAll();
  }

  /** Says that an answer is to come, for which others may wait; closed, it comes no more. */
  synchronized Coming expect() {
    expected++;
    return new Coming();
  }

  /** An answer to come. Of one thread. */
  final class Coming implements AutoCloseable {
    private boolean over;

    /**
     * Sends the answer with others and waits until the broker has it.
     *
     * @throws PublishFailedException if the broker did not take it
     */
    void sendAndWait(Outgoing answer) throws PublishFailedException, InterruptedException {
      CompletableFuture<Void> sent = new CompletableFuture<>();
      add(new Waiting(answer, sent));
      close();
      try {
        sent.get();
      } catch (ExecutionException e) {
        throw new PublishFailedException(answer.topic(), e.getCause());
      }
    }

    @Override
    public void close() {
      if (!over) {
        over = true;
        cameOrNot();
      }
    }
  }

  /** How many wait to be sent. */
  synchronized int count() {
    return waiting.size();
  }

  private void add(Waiting one) {
    if (areEnoughWith(one)) {
      sendAll();
    }
  }

  private synchronized boolean areEnoughWith(Waiting one) {
    waiting.add(one);
    if (waiting.size() == 1) {
      List<Waiting> beginning = waiting;
      afterAMoment.execute(() -> sendIfStillWaiting(beginning));
    }
    return waiting.size() >= enough;
  }

  /** Those that came after it have a moment of their own. */
  private void sendIfStillWaiting(List<Waiting> answers) {
    if (areWaiting(answers)) {
      sendAll();
    }
  }

  private synchronized boolean areWaiting(List<Waiting> answers) {
    return waiting == answers;
  }

  private void cameOrNot() {
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
        publisher
            .publish(one.answer())
            .whenComplete(
                (done, failure) -> {
                  if (failure == null) {
                    one.sent().complete(null);
                  } else {
                    one.sent().completeExceptionally(failure);
                  }
                });
      } catch (RuntimeException e) {
        // The edge of this thread: whoever waits is told, and tries again.
        one.sent().completeExceptionally(e);
      }
    }
  }

  private synchronized List<Waiting> takeAll() {
    List<Waiting> all = waiting;
    waiting = new ArrayList<>();
    return all;
  }
}
