package dev.deckmill.api.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Reads the JSON bodies of the inherited API, so that the answer names the field at fault. */
@Singleton
final class BatchBody {
  private final ObjectMapper json;

  BatchBody(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The body; an empty one is an object without members.
   *
   * @throws Refusal if it is no JSON, or a member has another type
   */
  <R extends Record> R read(String text, Class<R> type) {
    try {
      return json.readValue(text.isBlank() ? "{}" : text, type);
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      String member =
          e.getPath().stream()
              .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
              .collect(Collectors.joining("."));
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "\"%s\" in the body has a value of another type than it should.".formatted(member));
    } catch (JsonProcessingException e) {
      throw Refusal.of(
          ErrorType.MESSAGE_INVALID, "The body can't be read as JSON. Send one object.");
    }
  }
}
