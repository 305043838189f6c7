package dev.deckmill.service.message;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.service.message.Failure.Remedy;
import dev.deckmill.service.meter.QueueMeters;
import dev.deckmill.service.trace.MessageSpans;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Tries a record again until it is done with. */
@Singleton
final class Tries {
  private static final Logger LOG = Logger.getLogger(Tries.class);

  private final MessageSpans spans;
  private final QueueMeters meters;
  private final DeadLetters deadLetters;
  private final BackOff backOff;
  private final int most;
  private final Clock clock = Clock.systemUTC();

  Tries(MessageSpans spans, QueueMeters meters, DeadLetters deadLetters, RetryConfig config) {
    this.spans = spans;
    this.meters = meters;
    this.deadLetters = deadLetters;
    this.backOff = new BackOff(config.firstDelay(), config.longestDelay());
    this.most = config.tries();
  }

  /** Reads a record; one that can't be read goes to the dead letters and is done with. */
  <M extends Message> Optional<Incoming<M>> decode(
      ConsumerRecord<String, byte[]> record, Class<M> type) {
    try {
      CloudEvent event = CloudEvent.read(record);
      if (!type.isInstance(event.body())) {
        throw new IOException(
            "a " + event.body().getClass().getSimpleName() + " does not belong here");
      }
      Duration queued = queued(record);
      meters.waited(record.topic(), queued);
      return Optional.of(new Incoming<>(record, event.id(), type.cast(event.body()), queued));
    } catch (IOException e) {
      LOG.errorf(
          "%s at %s goes to the dead letters: %s",
          ErrorType.MESSAGE_INVALID, place(record), e.getMessage());
      deadLetter(
          record, ErrorType.MESSAGE_INVALID, e.getMessage(), spans.extract(record.headers()));
      return Optional.empty();
    }
  }

  /** Tries one record until it is worked on or in the dead letters. */
  <M extends Message> void untilDone(Incoming<M> incoming, UseCase<M> useCase) {
    for (int tried = 1; ; tried++) {
      try (Attempt<M> attempt = Attempt.begin(spans, incoming, tried)) {
        Optional<Failure> failure = attempt.run(useCase::run);
        if (failure.isEmpty()) {
          return;
        }
        if (isFinal(failure.get(), tried)) {
          giveUp(attempt, failure.get(), useCase);
          return;
        }
        logRetry(incoming.record(), failure.get(), tried);
      }
      pause(tried);
    }
  }

  /** Tries a record of whatever form until it is worked on or in the dead letters. */
  void untilDone(ConsumerRecord<String, byte[]> record, ForeignUseCase useCase) {
    meters.waited(record.topic(), queued(record));
    for (int tried = 1; ; tried++) {
      Span span = spans.processForeign(record, tried, queued(record));
      Context context = Context.root().with(span);
      try (Scope inSpan = context.makeCurrent()) {
        AtomicReference<Optional<Trouble>> refused = new AtomicReference<>(Optional.empty());
        Optional<Failure> failure = Attempt.failureOf(() -> refused.set(useCase.run(record)));
        if (failure.isEmpty()) {
          refused.get().ifPresent(trouble -> refuse(record, trouble, span));
          return;
        }
        Attempt.mark(span, failure.get());
        if (isFinal(failure.get(), tried)) {
          giveUp(record, failure.get(), useCase, context);
          return;
        }
        logRetry(record, failure.get(), tried);
      } finally {
        span.end();
      }
      pause(tried);
    }
  }

  private void refuse(ConsumerRecord<String, byte[]> record, Trouble trouble, Span span) {
    span.setAttribute(TraceAttributes.ERROR_TYPE, trouble.type().name());
    LOG.infof("%s is refused: %s", place(record), trouble.type());
    deadLetter(record, trouble.type(), trouble.detail(), Context.root().with(span));
  }

  private void giveUp(
      ConsumerRecord<String, byte[]> record,
      Failure failure,
      ForeignUseCase useCase,
      Context context) {
    logEnd(record, failure);
    for (int tried = 1; ; tried++) {
      Optional<Failure> again = Attempt.failureOf(() -> useCase.giveUp(record, failure.trouble()));
      if (again.isEmpty() || isFinal(again.get(), tried)) {
        break;
      }
      logRetry(record, again.get(), tried);
      pause(tried);
    }
    deadLetter(record, failure.trouble().type(), failure.detail(), context);
  }

  /**
   * Tries many records at once.
   *
   * @return false if that failed and they are to be tried one by one
   */
  <M extends Message> boolean together(List<Incoming<M>> batch, BatchUseCase<M> useCase) {
    for (int tried = 1; ; tried++) {
      Optional<Failure> failure = once(batch, useCase, tried);
      if (failure.isEmpty()) {
        return true;
      }
      if (failure.get().remedy() != Remedy.WAIT) {
        return false;
      }
      logRetry(batch.getFirst().record(), failure.get(), tried);
      pause(tried);
    }
  }

  private <M extends Message> Optional<Failure> once(
      List<Incoming<M>> batch, BatchUseCase<M> useCase, int tried) {
    List<Attempt<M>> attempts = new ArrayList<>(batch.size());
    try {
      for (Incoming<M> incoming : batch) {
        attempts.add(Attempt.begin(spans, incoming, tried));
      }
      Optional<Failure> failure =
          Attempt.failureOf(() -> useCase.run(attempts.stream().map(Attempt::received).toList()));
      failure.ifPresent(f -> attempts.forEach(attempt -> attempt.failed(f)));
      return failure;
    } finally {
      attempts.forEach(Attempt::close);
    }
  }

  private <M extends Message> void giveUp(Attempt<M> attempt, Failure failure, UseCase<M> useCase) {
    ErrorType type = failure.trouble().type();
    ConsumerRecord<String, byte[]> record = attempt.incoming().record();
    logEnd(record, failure);
    for (int tried = 1; ; tried++) {
      Optional<Failure> again = attempt.run(message -> useCase.giveUp(message, failure.trouble()));
      if (again.isEmpty() || isFinal(again.get(), tried)) {
        break;
      }
      logRetry(record, again.get(), tried);
      pause(tried);
    }
    deadLetter(record, type, failure.detail(), attempt.received().context());
  }

  private void deadLetter(
      ConsumerRecord<String, byte[]> record, ErrorType type, String detail, Context context) {
    for (int tried = 1; ; tried++) {
      try {
        deadLetters.add(record, type, detail, context);
        return;
      } catch (PublishFailedException e) {
        LOG.warnf(e, "%s can't be dead-lettered yet, try %d", place(record), tried);
      } catch (InterruptedException e) {
        throw Attempt.stopped(e);
      }
      pause(tried);
    }
  }

  private boolean isFinal(Failure failure, int tried) {
    return switch (failure.remedy()) {
      case GIVE_UP -> true;
      case TRY_AGAIN -> tried >= most;
      case WAIT -> false;
    };
  }

  /** A stack trace helps with our own mistakes only, not with the input's. */
  private static void logEnd(ConsumerRecord<?, ?> record, Failure failure) {
    ErrorType type = failure.trouble().type();
    if (failure.cause() instanceof TroubleException) {
      LOG.errorf("%s at %s goes to the dead letters: %s", type, place(record), failure.detail());
    } else {
      LOG.errorf(failure.cause(), "%s at %s goes to the dead letters", type, place(record));
    }
  }

  private void logRetry(ConsumerRecord<?, ?> record, Failure failure, int tried) {
    LOG.warnf(
        "%s at %s, try %d: %s", failure.trouble().type(), place(record), tried, failure.detail());
  }

  private void pause(int failures) {
    try {
      Thread.sleep(backOff.after(failures, ThreadLocalRandom.current()));
    } catch (InterruptedException e) {
      throw Attempt.stopped(e);
    }
  }

  private Duration queued(ConsumerRecord<?, ?> record) {
    return Duration.ofMillis(Math.max(0, clock.millis() - record.timestamp()));
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
