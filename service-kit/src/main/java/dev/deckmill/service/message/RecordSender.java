package dev.deckmill.service.message;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** The one way out to Kafka: a channel that takes records for any topic. */
@Singleton
final class RecordSender {
  static final String CHANNEL = "messages";

  private final MutinyEmitter<byte[]> emitter;

  RecordSender(
      // Bounded by what is in work at once: each sender waits for its record's acknowledgement.
      @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> emitter) {
    this.emitter = emitter;
  }

  /** Sends a record; ends {@code span} and completes when the broker has it or will not get it. */
  CompletionStage<Void> send(
      String topic, @Nullable String key, byte @Nullable [] value, Headers headers, Span span) {
    var address =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(topic)
            .withKey(key)
            .withHeaders(headers)
            .build();
    return emitter
        .sendMessage(Message.of(value, Metadata.of(address)))
        .onItemOrFailure()
        .invoke((sent, failure) -> end(span, failure))
        .subscribeAsCompletionStage();
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.recordException(failure);
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }
}
