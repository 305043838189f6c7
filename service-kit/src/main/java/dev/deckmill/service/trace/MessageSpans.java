package dev.deckmill.service.trace;

import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.JobMessage;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PageMessage;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** The spans of one message: sent by one service, worked on by another. */
@Singleton
public final class MessageSpans {
  private final Tracer tracer;
  private final TextMapPropagator propagator;

  MessageSpans(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("dev.deckmill.service");
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
  }

  /** Begins the span of sending to a topic, below {@code parent}. */
  public Span send(String topic, String messageId, Context parent) {
    return messaging("send", topic, SpanKind.PRODUCER)
        .setParent(parent)
        .setAttribute(TraceAttributes.MESSAGE_ID, messageId)
        .startSpan();
  }

  /**
   * Begins the span of one try at a record. It is a child of the span that sent the record, and
   * links to it as well: the link is what the messaging conventions ask for, the parent is what
   * keeps a job in one tree.
   */
  public Span process(
      ConsumerRecord<?, ?> record, String messageId, Message body, int tried, Duration queued) {
    SpanBuilder builder =
        process(record, messageId, tried, queued)
            .setAttribute(TraceAttributes.JOB_ID, body.jobId());
    return withPage(builder, body).startSpan();
  }

  /** The same for a record of whatever form, of which no more is known than its place. */
  public Span processForeign(ConsumerRecord<?, ?> record, int tried, Duration queued) {
    String place = record.topic() + "-" + record.partition() + "@" + record.offset();
    return process(record, place, tried, queued).startSpan();
  }

  private SpanBuilder process(
      ConsumerRecord<?, ?> record, String messageId, int tried, Duration queued) {
    Context sender = extract(record.headers());
    SpanBuilder builder =
        messaging("process", record.topic(), SpanKind.CONSUMER)
            .setParent(sender)
            .setAttribute(TraceAttributes.MESSAGE_ID, messageId)
            .setAttribute(TraceAttributes.PARTITION, Integer.toString(record.partition()))
            .setAttribute(TraceAttributes.OFFSET, record.offset())
            .setAttribute(TraceAttributes.TRY, (long) tried)
            .setAttribute(TraceAttributes.QUEUE_WAIT_MILLIS, queued.toMillis());
    if (Span.fromContext(sender).getSpanContext().isValid()) {
      builder.addLink(Span.fromContext(sender).getSpanContext());
    }
    return builder;
  }

  /** Writes the context of {@code span} into the headers of a record, in place of an older one. */
  public void inject(Span span, Headers headers) {
    propagator.inject(Context.root().with(span), headers, KafkaHeaders::set);
  }

  /** The context that the record's sender wrote into it; root if there is none. */
  public Context extract(Headers headers) {
    return propagator.extract(Context.root(), headers, KafkaHeaders.GETTER);
  }

  private SpanBuilder messaging(String operation, String topic, SpanKind kind) {
    return tracer
        .spanBuilder(operation + " " + topic)
        .setSpanKind(kind)
        .setAttribute(TraceAttributes.MESSAGING_SYSTEM, "kafka")
        .setAttribute(TraceAttributes.OPERATION_NAME, operation)
        .setAttribute(TraceAttributes.OPERATION_TYPE, operation)
        .setAttribute(TraceAttributes.DESTINATION, topic);
  }

  private static SpanBuilder withPage(SpanBuilder builder, Message body) {
    return switch (body) {
      case PageMessage page ->
          builder
              .setAttribute(TraceAttributes.PAGE_NUMBER, (long) page.page())
              .setAttribute(TraceAttributes.PAGE_ATTEMPT, (long) page.attempt());
      case DeckMessage deck -> builder;
      case JobMessage job -> builder;
      case JobRefused refused -> builder;
    };
  }
}
