package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.SubmitHeaders;
import dev.deckmill.contracts.Topics;
import dev.deckmill.service.trace.MessageSpans;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Puts records that can't be handled aside, unchanged, for an operator to look at and to replay.
 */
@Singleton
final class DeadLetters {
  /** The {@link ErrorType} as the dead letter carries it. */
  static final String ERROR_CODE = "deckmill-error-code";

  /** What went wrong, for the operator. */
  static final String ERROR_DETAIL = "deckmill-error-detail";

  /** Where the record stood. */
  static final String ORIGINAL_TOPIC = "deckmill-original-topic";

  static final String ORIGINAL_PARTITION = "deckmill-original-partition";
  static final String ORIGINAL_OFFSET = "deckmill-original-offset";

  private static final int DETAIL_LIMIT = 1000;

  private final RecordSender sender;
  private final MessageSpans spans;

  DeadLetters(RecordSender sender, MessageSpans spans) {
    this.sender = sender;
    this.spans = spans;
  }

  /**
   * Sends a copy to the dead-letter topic and waits until the broker has it.
   *
   * @param context the work on the record; the sender's own if there was none
   */
  void add(ConsumerRecord<String, byte[]> record, ErrorType type, String detail, Context context)
      throws PublishFailedException, InterruptedException {
    Headers headers = new RecordHeaders(record.headers());
    headers.remove(SubmitHeaders.KEY); // a secret
    put(headers, ERROR_CODE, type.name());
    put(headers, ERROR_DETAIL, printable(detail));
    put(headers, ORIGINAL_TOPIC, record.topic());
    put(headers, ORIGINAL_PARTITION, Integer.toString(record.partition()));
    put(headers, ORIGINAL_OFFSET, Long.toString(record.offset()));
    try {
      send(record, record.value(), headers, type, context);
    } catch (PublishFailedException e) {
      if (!(e.getCause() instanceof RecordTooLargeException)) {
        throw e;
      }
      // The new headers were the last straw. The value can still be read where it stood.
      send(record, null, headers, type, context);
    }
  }

  private void send(
      ConsumerRecord<String, byte[]> record,
      byte @Nullable [] value,
      Headers headers,
      ErrorType type,
      Context context)
      throws PublishFailedException, InterruptedException {
    String topic = Topics.deadLetters(record.topic());
    Span span = spans.send(topic, CloudEvent.idOf(record.headers()).orElse("unknown"), context);
    span.setAttribute(TraceAttributes.ERROR_TYPE, type.name());
    spans.inject(span, headers);
    try {
      sender.send(topic, record.key(), value, headers, span).toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new PublishFailedException(topic, e.getCause());
    }
  }

  private static void put(Headers headers, String key, String value) {
    headers.remove(key).add(key, value.getBytes(UTF_8));
  }

  private static String printable(String detail) {
    String line = detail.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= DETAIL_LIMIT ? line : line.substring(0, DETAIL_LIMIT);
  }
}
