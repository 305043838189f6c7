package dev.deckmill.api.intake.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.deckmill.api.intake.Source;
import dev.deckmill.api.intake.SourceFields;
import dev.deckmill.api.intake.Submission;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON object: options by their names, and {@code sources}, a list of objects. Read token by
 * token, so that only one source is in memory at a time.
 */
final class JsonBody implements Submission {
  private static final String SOURCES = "sources";

  /** Room for a name or an option where pages are small. */
  private static final int LEAST_TEXT = 8_192;

  private final BodyStream body;
  private final JsonFactory json;

  /**
   * @param pageBytes how long a page may be
   */
  JsonBody(BodyStream body, long pageBytes) {
    this.body = body;
    this.json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength((int) Math.max(LEAST_TEXT, pageBytes + pageBytes / 2))
                    .maxNestingDepth(10)
                    .build())
            .build();
  }

  @Override
  public void handOver(Receiver receiver) throws IOException {
    try (JsonParser parser = json.createParser(body)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      expect(parser.nextToken() == JsonToken.START_OBJECT, "it is no object");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        member(parser, parser.currentName(), receiver);
      }
      expect(parser.nextToken() == null, "something follows the object");
    } catch (StreamConstraintsException e) {
      throw Refusal.of(
          ErrorType.LIMIT_PAGE_BYTES,
          "A text in the JSON body is longer than a page may be. Send the page as an upload or by its URL, or make it smaller.");
    } catch (JsonProcessingException e) {
      throw invalid("it is no JSON");
    } catch (BodyStream.BrokenOffException e) {
      throw invalid("it broke off");
    }
  }

  private static void member(JsonParser parser, String name, Receiver receiver) throws IOException {
    JsonToken value = parser.nextToken();
    if (!name.equals(SOURCES)) {
      expect(value == JsonToken.VALUE_STRING, "its members but sources are texts");
      receiver.option(name, parser.getText());
      return;
    }
    expect(value == JsonToken.START_ARRAY, "sources is no list");
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      expect(parser.currentToken() == JsonToken.START_OBJECT, "a source is no object");
      receiver.source(source(parser));
    }
  }

  private static Source source(JsonParser parser) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      expect(parser.nextToken() == JsonToken.VALUE_STRING, "a source's members are texts");
      expect(fields.put(name, parser.getText()) == null, "a source has a member twice");
    }
    return SourceFields.source(fields);
  }

  private static void expect(boolean met, String otherwise) {
    if (!met) {
      throw invalid(otherwise);
    }
  }

  private static Refusal invalid(String why) {
    return Refusal.of(
        ErrorType.MESSAGE_INVALID,
        "The body can't be read as JSON: "
            + why
            + ". Send an object with options and \"sources\", a list of objects.");
  }

  @Override
  public void abandon() {
    body.abandon();
  }
}
