package dev.deckmill.fakedrive.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a request body says about a file: only what it names is set or changed. */
public record Metadata(
    Optional<String> id,
    Optional<String> name,
    Optional<String> mimeType,
    Optional<List<String>> parents,
    Optional<String> description,
    Optional<Map<String, String>> appProperties,
    Optional<Boolean> trashed) {
  /** Drive counts a key and its value together, in UTF-8. */
  private static final int APP_PROPERTY_BYTES = 124;

  /** Reads a {@code files} resource; members that are not kept are ignored. */
  public static Metadata of(ObjectNode body) {
    return new Metadata(
        text(body, "id"),
        text(body, "name"),
        text(body, "mimeType"),
        Optional.ofNullable(body.get("parents")).map(Metadata::parents),
        text(body, "description"),
        Optional.ofNullable(body.get("appProperties")).map(Metadata::properties),
        Optional.ofNullable(body.get("trashed")).map(JsonNode::asBoolean));
  }

  /** The same, with what it leaves out taken from a file. */
  public Metadata orElse(StoredFile file) {
    return new Metadata(
        id,
        name.or(() -> Optional.of("Copy of " + file.name())),
        mimeType.or(() -> Optional.of(file.mimeType())),
        parents.or(() -> Optional.of(file.parents())),
        description.or(() -> Optional.ofNullable(file.description())),
        appProperties.or(() -> Optional.of(file.appProperties())),
        Optional.of(false));
  }

  private static Optional<String> text(ObjectNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw Refusal.badRequest("Invalid value for: " + field + " is not a string");
    }
    return Optional.of(value.textValue());
  }

  private static List<String> parents(JsonNode value) {
    List<String> parents = new ArrayList<>();
    value.forEach(parent -> parents.add(parent.asText()));
    if (parents.size() > 1) {
      throw Refusal.of(
          403, "multipleParentsNotSupported", "A file cannot be placed in more than one folder.");
    }
    return parents;
  }

  private static Map<String, String> properties(JsonNode value) {
    Map<String, String> properties = new TreeMap<>();
    value
        .properties()
        .forEach(
            entry -> {
              String text = entry.getValue().asText();
              int bytes = utf8(entry.getKey()) + utf8(text);
              if (bytes > APP_PROPERTY_BYTES) {
                throw Refusal.badRequest(
                    "The property's key and value have " + bytes + " bytes, more than 124.");
              }
              properties.put(entry.getKey(), text);
            });
    return properties;
  }

  private static int utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }
}
