package dev.deckmill.service.message;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The JSON form of our records: nothing for what is null, fields in the order of the record's
 * components. Strict about what it needs; fields it does not know are ignored, because a newer
 * sender may add some.
 */
public final class Wire {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private Wire() {}

  /** Writes a record of {@code contracts}. */
  public static byte[] write(Record body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message can't be written as JSON", e);
    }
  }

  /**
   * Reads a record of {@code contracts}.
   *
   * @throws IOException if it is not JSON, or lacks something, or has something that the record
   *     refuses
   */
  public static <R extends Record> R read(byte[] json, Class<R> type) throws IOException {
    try {
      return JSON.readValue(json, type);
    } catch (JsonMappingException e) {
      String path = e.getPath().stream().map(Reference::getFieldName).collect(joining("."));
      throw new IOException(
          type.getSimpleName() + " at '" + path + "': " + e.getOriginalMessage(), e);
    } catch (JsonProcessingException e) {
      throw new IOException(type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }
}
