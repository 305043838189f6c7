package dev.deckmill.api.intake.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * A CloudEvent that is one JSON object (JSON Event Format for CloudEvents 1.0.2, §3).
 *
 * @param json the whole of it
 */
record StructuredEvent(JsonNode json) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * Reads a record's value.
   *
   * @throws dev.deckmill.api.refusal.Refusal if it is no JSON object
   */
  static StructuredEvent parse(byte[] value) {
    try {
      JsonNode json = JSON.readTree(value);
      if (!json.isObject()) {
        throw SubmittedEvent.invalid("it is no object");
      }
      return new StructuredEvent(json);
    } catch (IOException e) {
      throw SubmittedEvent.invalid("it is no JSON");
    }
  }

  /** The id of one that may not be as it should. */
  static Optional<String> idOf(byte[] value) {
    try {
      return Optional.ofNullable(JSON.readTree(value).path("id").textValue());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  SubmittedEvent event() {
    SubmittedEvent.check(text("specversion"), text("type"));
    SubmittedEvent.checkJson(Optional.ofNullable(json.path("datacontenttype").textValue()));
    return new SubmittedEvent(text("source"), text("id"), ByteBuffer.wrap(data()));
  }

  private byte[] data() {
    JsonNode base64 = json.path("data_base64");
    if (base64.isTextual()) {
      return decoded(base64.textValue());
    }
    JsonNode data = json.path("data");
    if (data.isMissingNode()) {
      throw SubmittedEvent.invalid("there is no data");
    }
    try {
      return JSON.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read as JSON can't be written", e);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw SubmittedEvent.invalid("its data_base64 is not base64");
    }
  }

  private String text(String name) {
    String text = json.path(name).textValue();
    if (text == null || text.isBlank()) {
      throw SubmittedEvent.invalid("there is no " + name);
    }
    return text;
  }
}
