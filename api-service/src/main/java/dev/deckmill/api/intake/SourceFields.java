package dev.deckmill.api.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A source written as names and values, as JSON has it. */
public final class SourceFields {
  private static final List<String> KINDS = List.of("url", "inline", "upload");
  private static final List<String> OTHERS = List.of("name", "encoding");
  private static final String BASE64 = "base64";

  private SourceFields() {}

  /**
   * The source: exactly one of the fields that say where it comes from, perhaps {@code name}, and
   * with {@code inline} perhaps {@code encoding}.
   *
   * @throws Refusal if it is none
   */
  public static Source source(Map<String, String> fields) {
    String kind = kind(fields);
    if (fields.containsKey("encoding") && !kind.equals("inline")) {
      throw invalid("encoding goes with inline alone.");
    }
    String name = fields.getOrDefault("name", "");
    String value = fields.getOrDefault(kind, "");
    if (kind.equals("url")) {
      return new Source.Url(name, value);
    }
    return kind.equals("upload")
        ? new Source.Upload(name, value)
        : Source.File.inline(name, bytes(value, fields.getOrDefault("encoding", "")));
  }

  private static String kind(Map<String, String> fields) {
    List<String> kinds = new ArrayList<>(fields.keySet());
    kinds.removeAll(OTHERS);
    if (kinds.size() != 1 || !KINDS.contains(kinds.getFirst())) {
      throw invalid("A source has exactly one of: " + String.join(", ", KINDS) + ".");
    }
    return kinds.getFirst();
  }

  private static byte[] bytes(String text, String encoding) {
    return switch (encoding) {
      case "" -> text.getBytes(UTF_8);
      case BASE64 -> decoded(text);
      default -> throw invalid("encoding can only be " + BASE64 + "; leave it out for plain text.");
    };
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw invalid("A page that is said to be base64 is not.");
    }
  }

  private static Refusal invalid(String detail) {
    return Refusal.of(ErrorType.OPTION_INVALID, detail);
  }
}
