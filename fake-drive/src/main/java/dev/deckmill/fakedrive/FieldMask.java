package dev.deckmill.fakedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckmill.fakedrive.file.FileJson;
import dev.deckmill.fakedrive.file.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Google's partial responses: {@code id,name,files(id,md5Checksum)}, {@code files/id}, {@code *}.
 */
final class FieldMask {
  private static final String ALL = "*";

  private final Map<String, FieldMask> children = new LinkedHashMap<>();

  private FieldMask() {}

  static FieldMask parse(String fields) {
    Reader reader = new Reader(fields);
    FieldMask mask = reader.list();
    if (!reader.atEnd()) {
      throw invalid(fields);
    }
    return mask;
  }

  private static Refusal invalid(String fields) {
    return Refusal.invalid("fields", "Invalid field selection " + fields);
  }

  ObjectNode apply(ObjectNode full) {
    if (children.isEmpty() || children.containsKey(ALL)) {
      return full;
    }
    ObjectNode partial = FileJson.JSON.createObjectNode();
    children.forEach(
        (name, mask) -> {
          JsonNode value = full.get(name);
          if (value != null) {
            partial.set(name, mask.of(value));
          }
        });
    return partial;
  }

  private JsonNode of(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return apply(object);
    }
    if (value instanceof ArrayNode array) {
      ArrayNode partial = FileJson.JSON.createArrayNode();
      array.forEach(element -> partial.add(of(element)));
      return partial;
    }
    return value;
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text.replace(" ", "");
    }

    boolean atEnd() {
      return at == text.length();
    }

    FieldMask list() {
      FieldMask mask = new FieldMask();
      do {
        mask.children.put(name(), below());
      } while (took(','));
      return mask;
    }

    private FieldMask below() {
      if (took('/')) {
        FieldMask one = new FieldMask();
        one.children.put(name(), below());
        return one;
      }
      if (took('(')) {
        FieldMask several = list();
        if (!took(')')) {
          throw invalid(text);
        }
        return several;
      }
      return new FieldMask();
    }

    private String name() {
      int start = at;
      while (!atEnd() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '*')) {
        at++;
      }
      if (at == start) {
        throw invalid(text);
      }
      return text.substring(start, at);
    }

    private boolean took(char wanted) {
      if (!atEnd() && text.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }
  }
}
