package dev.deckmill.service.message;

import dev.deckmill.service.trace.MessageSpans;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;
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
    Span span = spans.send(message.topic(), message.id(), message.parent());
    if (!message.body().jobId().isEmpty()) {
      span.setAttribute(TraceAttributes.JOB_ID, message.body().jobId());
    }
    Headers headers =
        new CloudEvent(message.id(), message.body())
            .headers(source, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    spans.inject(span, headers);
    return sender.send(
        message.topic(), message.key(), Wire.write((Record) message.body()), headers, span);
  }
}
