package dev.deckmill.tracestore.span;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The JSON of the columns {@code attributes} and {@code events}. */
public final class SpanJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String TIME = "time_ns";
  private static final String NAME = "name";
  private static final String ATTRIBUTES = "attributes";
  private static final String DROPPED = "dropped";
  private static final int USUAL_LENGTH = 512;

  private SpanJson() {}

  /** Attributes as UTF-8. */
  public static byte[] attributes(List<KeyValue> attributes) {
    return written(json -> AttributesJson.write(json, attributes));
  }

  /** Events as UTF-8. */
  public static byte[] events(List<Event> events) {
    return written(
        json -> {
          json.writeStartArray();
          for (Event event : events) {
            write(json, event);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Event event) throws IOException {
    json.writeStartObject();
    json.writeNumberField(TIME, event.getTimeUnixNano());
    json.writeStringField(NAME, event.getName());
    json.writeFieldName(ATTRIBUTES);
    AttributesJson.write(json, event.getAttributesList());
    if (event.getDroppedAttributesCount() != 0) {
      json.writeNumberField(DROPPED, Integer.toUnsignedLong(event.getDroppedAttributesCount()));
    }
    json.writeEndObject();
  }

  /** What {@link #attributes} wrote. */
  public static List<KeyValue> readAttributes(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      return AttributesJson.read(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a span's attributes are damaged", e);
    }
  }

  /** What {@link #events} wrote. */
  public static List<Event> readEvents(String text) {
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      List<Event> events = new ArrayList<>();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        events.add(readEvent(json));
      }
      return events;
    } catch (IOException e) {
      throw new UncheckedIOException("a span's events are damaged", e);
    }
  }

  private static Event readEvent(JsonParser json) throws IOException {
    Event.Builder event = Event.newBuilder();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case TIME -> event.setTimeUnixNano(json.getLongValue());
        case NAME -> event.setName(json.getText());
        case ATTRIBUTES -> event.addAllAttributes(AttributesJson.read(json));
        case DROPPED -> event.setDroppedAttributesCount((int) json.getLongValue());
        default -> throw new IOException("an event has a member " + field);
      }
    }
    return event.build();
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    return bytes.toByteArray();
  }
}
