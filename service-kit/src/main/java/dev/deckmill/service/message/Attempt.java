package dev.deckmill.service.message;

import dev.deckmill.contracts.message.Message;
import dev.deckmill.service.trace.MessageSpans;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Optional;

/** One try at a record, with its span. */
final class Attempt<M extends Message> implements AutoCloseable {
  /** Work on a message. */
  @FunctionalInterface
  interface Step<M extends Message> {
    void run(Received<M> message) throws Exception;
  }

  /** Work on whatever. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private final Incoming<M> incoming;
  private final Span span;
  private final Received<M> received;

  private Attempt(Incoming<M> incoming, Span span, Context sender) {
    this.incoming = incoming;
    this.span = span;
    this.received =
        new Received<>(
            incoming.id(), incoming.body(), incoming.queued(), Context.root().with(span), sender);
  }

  static <M extends Message> Attempt<M> begin(MessageSpans spans, Incoming<M> incoming, int tried) {
    return new Attempt<>(
        incoming,
        spans.process(incoming.record(), incoming.id(), incoming.body(), tried, incoming.queued()),
        spans.extract(incoming.record().headers()));
  }

  Incoming<M> incoming() {
    return incoming;
  }

  Received<M> received() {
    return received;
  }

  /** Does {@code step} inside the span, whose ids stand in every line that is logged meanwhile. */
  Optional<Failure> run(Step<M> step) {
    try (Scope inSpan = received.context().makeCurrent();
        LogContext inLog = LogContext.of(span, incoming.body())) {
      Optional<Failure> failure = failureOf(() -> step.run(received));
      failure.ifPresent(this::failed);
      return failure;
    }
  }

  /** Marks the span. */
  void failed(Failure failure) {
    mark(span, failure);
  }

  static void mark(Span span, Failure failure) {
    String code = failure.trouble().type().name();
    span.setAttribute(TraceAttributes.ERROR_TYPE, code);
    span.setStatus(StatusCode.ERROR, code);
    span.recordException(failure.cause());
  }

  @Override
  public void close() {
    span.end();
  }

  /** The edge: whatever a use case throws becomes a value here. */
  static Optional<Failure> failureOf(Work work) {
    try {
      work.run();
      return Optional.empty();
    } catch (InterruptedException e) {
      throw stopped(e);
    } catch (Exception e) {
      return Optional.of(Failure.of(e));
    }
  }

  /** What ends a consumer that is to stop: the record is not acknowledged and will come again. */
  static IllegalStateException stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("The service stops; the record will come again", e);
  }
}
