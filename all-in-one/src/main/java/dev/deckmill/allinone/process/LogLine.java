package dev.deckmill.allinone.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** A line of a service's log as people read it: what it says, and what is at the bottom of it. */
final class LogLine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARS = 400;

  private LogLine() {}

  /** Text stays as it is, apart from its length; of a JSON object what matters is taken. */
  static String readable(String line) {
    JsonNode entry = object(line);
    if (entry == null) {
      return cut(line);
    }
    JsonNode root = root(entry.path("exception"));
    String said = entry.path("level").asText("") + " " + entry.path("message").asText();
    return cut(said.strip())
        + (root.isMissingNode() ? "" : "\n    because: " + cut(root.path("message").asText()));
  }

  /** The exception that none of the others caused. */
  private static JsonNode root(JsonNode exception) {
    JsonNode cause = exception.path("causedBy").path("exception");
    return cause.isMissingNode() ? exception : root(cause);
  }

  private static @Nullable JsonNode object(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.has("message") ? node : null;
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS) + " …";
  }
}
