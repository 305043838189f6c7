package dev.deckmill.api.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.intake.IdempotencyKey;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.SubmitHeaders;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A submission as a record brings it (Kafka Protocol Binding for CloudEvents 1.0.2, §3.2 and §3.3;
 * what is neither is bare JSON, and its record's key is its id).
 *
 * @param source whose event it is, empty for bare JSON; an id is unique in its source alone
 * @param id what the sender calls the submission, 1 to {@value #LONGEST_ID} characters
 * @param data the submission's JSON
 */
record SubmittedEvent(String source, String id, ByteBuffer data) {
  private static final int LONGEST_ID = 255;
  private static final int LARGEST_RECORD = 900_000;
  private static final String SPEC_VERSION = "1.0";
  private static final String STRUCTURED = "application/cloudevents+json";

  SubmittedEvent {
    if (!isId(id)) {
      throw invalid(
          "its id is empty, has more than " + LONGEST_ID + " characters, or control characters");
    }
  }

  /**
   * Reads a record.
   *
   * @throws Refusal if it is none of the three forms
   */
  static SubmittedEvent read(ConsumerRecord<String, byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null || value.length == 0) {
      throw invalid("it has no value");
    }
    if (value.length > LARGEST_RECORD) {
      throw Refusal.above(
          ErrorType.LIMIT_JOB_BYTES,
          "The record's value has more than %d bytes. Send pages as uploads, or by their URLs."
              .formatted(LARGEST_RECORD),
          new Refusal.Measure(LARGEST_RECORD, value.length));
    }
    if (isStructured(record)) {
      return StructuredEvent.parse(value).event();
    }
    checkJson(header(record, "content-type"));
    if (header(record, "ce_specversion").isEmpty()) {
      String key = Optional.ofNullable(record.key()).orElseThrow(SubmittedEvent::nameless);
      return new SubmittedEvent("", key, ByteBuffer.wrap(value));
    }
    check(required(record, "ce_specversion"), required(record, "ce_type"));
    return new SubmittedEvent(
        required(record, "ce_source"), required(record, "ce_id"), ByteBuffer.wrap(value));
  }

  /** The id of a record of which nothing else may be readable. */
  static Optional<String> idOf(ConsumerRecord<String, byte[]> record) {
    Optional<String> id =
        isStructured(record)
            ? Optional.ofNullable(record.value()).flatMap(StructuredEvent::idOf)
            : header(record, "ce_id").or(() -> Optional.ofNullable(record.key()));
    return id.filter(SubmittedEvent::isId);
  }

  private static boolean isId(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_ID
        && text.chars().noneMatch(Character::isISOControl);
  }

  static void check(String specVersion, String type) {
    if (!specVersion.equals(SPEC_VERSION)) {
      throw invalid("its specversion is not " + SPEC_VERSION);
    }
    if (!type.equals(SubmitHeaders.TYPE)) {
      throw invalid("its type is not " + SubmitHeaders.TYPE);
    }
  }

  static void checkJson(Optional<String> contentType) {
    String type = contentType.orElse("application/json").split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase("application/json")) {
      throw Refusal.of(
          ErrorType.MEDIA_TYPE,
          "A submission's data is application/json, alone or in a CloudEvent; not in a batch.");
    }
  }

  /** Of source and id, which together name an event (CloudEvents 1.0.2, id). */
  IdempotencyKey idempotencyKey() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((source.length() + ":" + source + id).getBytes(UTF_8));
      return new IdempotencyKey("event:" + HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  static Refusal invalid(String why) {
    return Refusal.of(
        ErrorType.MESSAGE_INVALID,
        "The record can't be read: "
            + why
            + ". Send a CloudEvent 1.0, binary or structured, or JSON with the submission's id as"
            + " key.");
  }

  private static Refusal nameless() {
    return invalid("bare JSON needs the submission's id as the record's key");
  }

  private static boolean isStructured(ConsumerRecord<?, ?> record) {
    return header(record, "content-type")
        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(STRUCTURED))
        .isPresent();
  }

  private static String required(ConsumerRecord<?, ?> record, String name) {
    return header(record, name).orElseThrow(() -> invalid("there is no " + name));
  }

  private static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, UTF_8))
        .filter(value -> !value.isBlank());
  }
}
