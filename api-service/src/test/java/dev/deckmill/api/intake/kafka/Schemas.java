package dev.deckmill.api.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.deckmill.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The published schemas of the public topics. */
final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory DRAFT_2020_12 =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  private Schemas() {}

  /** Whether a body keeps to the schema of its CloudEvents type; fails with what it breaks. */
  static JsonNode checked(String type, byte[] body) {
    JsonNode json = json(body);
    assertThat(keeps(type, json)).as("%s breaks the schema of %s", json, type).isTrue();
    return json;
  }

  static boolean keeps(String type, JsonNode json) {
    try (InputStream schema = Topics.class.getResourceAsStream("schema/" + type + ".json")) {
      return DRAFT_2020_12
          .getSchema(JSON.readTree(Objects.requireNonNull(schema, type)))
          .validate(json)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
