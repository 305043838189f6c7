package dev.deckmill.api.web.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON bodies of the inherited API, so that the answer names the field at fault. */
@Singleton
final class BatchBody {
  /** Room for as many URLs as are allowed, each as long as is allowed. */
  private static final int MOST_BYTES = 512 * 1024;

  private final ObjectMapper json;

  BatchBody(ObjectMapper json) {
    this.json = json;
  }

  /**
   * The body; an empty one is an object without members.
   *
   * @throws Refusal if it is too long, no JSON object, or a member has another type
   */
  <R extends Record> R read(InputStream body, Class<R> type) {
    return read(body, type, MOST_BYTES);
  }

  /** The same for one that may have {@code most} bytes. */
  <R extends Record> R read(InputStream body, Class<R> type, int most) {
    String text = text(body, most);
    try {
      @Nullable R read = json.readValue(text.isBlank() ? "{}" : text, type);
      if (read == null) {
        throw invalid("The body is null. Send one JSON object.");
      }
      return read;
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
      throw invalid("The body can't be read as JSON. Send one object.");
    }
  }

  private static String text(InputStream body, int most) {
    try {
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        throw Refusal.above(
            ErrorType.LIMIT_JOB_BYTES,
            "The body has more than %d bytes. Make it shorter.".formatted(most),
            new Refusal.Measure(most, bytes.length));
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw invalid("The body broke off.");
    }
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.MESSAGE_INVALID, detail);
  }
}
