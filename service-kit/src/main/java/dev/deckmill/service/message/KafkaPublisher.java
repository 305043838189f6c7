package dev.deckmill.service.message;

import dev.deckmill.service.trace.MessageSpans;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;

/** Sends messages as CloudEvents, each with the context of its own producer span. */
@Singleton
final class KafkaPublisher implements Publisher {
  private final RecordSender sender;
  private final MessageSpans spans;
  private final String source;
  private final Clock clock = Clock.systemUTC();

  KafkaPublisher(RecordSender sender, MessageSpans spans, SourceConfig config) {
    this.sender = sender;
    this.spans = spans;
    this.source = "/deckmill/" + config.name();
  }

  @Override
  public CompletionStage<Void> publish(Outgoing message) {
    try {
      return publish(message, Wire.write((Record) message.body()));
    } catch (IllegalStateException e) {
      return CompletableFuture.failedFuture(new UnsendableException(message.topic(), e));
    }
  }

  private CompletionStage<Void> publish(Outgoing message, byte[] value) {
    Span span = spans.send(message.topic(), message.id(), message.parent());
    if (!message.body().jobId().isEmpty()) {
      span.setAttribute(TraceAttributes.JOB_ID, message.body().jobId());
    }
    Headers headers =
        new CloudEvent(message.id(), message.body())
            .headers(source, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    spans.inject(span, headers);
    return sender
        .send(message.topic(), message.key(), value, headers, span)
        .exceptionallyCompose(
            failure ->
                CompletableFuture.failedFuture(
                    isForever(failure)
                        ? new UnsendableException(message.topic(), failure)
                        : failure));
  }

  private static boolean isForever(Throwable failure) {
    return failure instanceof RecordTooLargeException
        || failure instanceof RecordBatchTooLargeException
        || failure instanceof SerializationException;
  }
}
