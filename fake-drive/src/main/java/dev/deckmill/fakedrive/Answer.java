package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is sent back. */
record Answer(int status, Map<String, String> headers, Optional<Body> body) {
  sealed interface Body {
    record Text(String text) implements Body {}

    record FileBytes(Path path, long size) implements Body {}
  }

  static Answer json(ObjectNode json) {
    return json(200, json);
  }

  static Answer json(int status, ObjectNode json) {
    return text(status, "application/json; charset=UTF-8", json.toPrettyString());
  }

  static Answer text(int status, String type, String text) {
    return new Answer(status, Map.of("Content-Type", type), Optional.of(new Body.Text(text)));
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), Optional.empty());
  }

  static Answer file(String type, Path path, long size) {
    return new Answer(
        200, Map.of("Content-Type", type), Optional.of(new Body.FileBytes(path, size)));
  }

  /** Google's form of an error. */
  static Answer refusal(Refusal refusal) {
    ObjectNode json = FileJson.JSON.createObjectNode();
    ObjectNode error = json.putObject("error");
    error.put("code", refusal.status());
    error.put("message", refusal.getMessage());
    ObjectNode first = error.putArray("errors").addObject();
    first.put("message", refusal.getMessage());
    first.put("domain", refusal.domain());
    first.put("reason", refusal.reason());
    refusal.location().ifPresent(location -> first.put("location", location));
    refusal.location().ifPresent(location -> first.put("locationType", "parameter"));
    return json(refusal.status(), json);
  }

  Answer with(String header, String value) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put(header, value);
    return new Answer(status, all, body);
  }
}
