package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.JobMessage;
import dev.deckmill.contracts.message.JobRefused;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.type.MessageType;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A message with its CloudEvents 1.0 attributes in Kafka's binary mode (Kafka Protocol Binding for
 * CloudEvents 1.0.2, §3.2). Written and read here and not by the messaging library, which closes
 * the channel at the first event that is not well-formed.
 *
 * @param id names the event
 * @param body what it says
 */
record CloudEvent(String id, Message body) {
  private static final String SPEC_VERSION = "1.0";
  private static final Map<String, MessageType> TYPES =
      Arrays.stream(MessageType.values())
          .collect(Collectors.toUnmodifiableMap(MessageType::ceType, Function.identity()));

  /** The headers it travels with. */
  Headers headers(String source, Instant now) {
    Headers headers = new RecordHeaders();
    put(headers, "ce_specversion", SPEC_VERSION);
    put(headers, "ce_id", id);
    put(headers, "ce_type", MessageType.of(body).ceType());
    put(headers, "ce_source", source);
    put(headers, "ce_subject", subject());
    put(headers, "ce_time", now.toString());
    put(headers, "content-type", "application/json");
    return headers;
  }

  /**
   * Reads a record.
   *
   * @throws IOException if it is none of our events; the message says why, without the content
   */
  static CloudEvent read(ConsumerRecord<String, byte[]> record) throws IOException {
    Headers headers = record.headers();
    if (!required(headers, "ce_specversion").equals(SPEC_VERSION)) {
      throw new IOException("ce_specversion is not " + SPEC_VERSION);
    }
    String id = required(headers, "ce_id");
    String ceType = required(headers, "ce_type");
    @Nullable MessageType type = TYPES.get(ceType);
    if (type == null) {
      throw new IOException("ce_type is none that this version knows");
    }
    byte @Nullable [] body = record.value();
    if (body == null) {
      throw new IOException("the record has no value");
    }
    return new CloudEvent(id, readBody(body, type));
  }

  /** An id from a record that may not be one of ours. */
  static Optional<String> idOf(Headers headers) {
    return value(headers, "ce_id");
  }

  private String subject() {
    return switch (body) {
      case PageMessage page -> page.jobId() + "/" + page.page();
      case DeckMessage deck -> deck.jobId();
      case JobMessage job -> job.jobId();
      case JobRefused refused ->
          refused.topic() + "/" + refused.partition() + "/" + refused.offset();
    };
  }

  private static Message readBody(byte[] json, MessageType type) throws IOException {
    return type.body().cast(Wire.read(json, type.body().asSubclass(Record.class)));
  }

  private static void put(Headers headers, String key, String value) {
    headers.add(key, value.getBytes(UTF_8));
  }

  private static String required(Headers headers, String key) throws IOException {
    return value(headers, key).orElseThrow(() -> new IOException("there is no " + key));
  }

  private static Optional<String> value(Headers headers, String key) {
    return Optional.ofNullable(headers.lastHeader(key))
        .map(Header::value)
        .map(bytes -> new String(bytes, UTF_8))
        .filter(value -> !value.isBlank());
  }
}
