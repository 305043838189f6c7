package dev.deckmill.tracestore.otlp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes spans as OTLP's {@code TracesData} in JSON, one by one. It is protobuf's JSON with two
 * differences (OTLP 1.9, "JSON Protobuf Encoding"): ids are hexadecimal, enums are numbers. Members
 * that have protobuf's default are left out.
 */
public final class OtlpJson {
  private static final HexFormat HEX = HexFormat.of();

  private final JsonGenerator json;
  private @Nullable SpanOrigin origin;

  /** Begins the document. */
  public OtlpJson(JsonGenerator json) throws IOException {
    this.json = json;
    json.writeStartObject();
    json.writeArrayFieldStart("resourceSpans");
  }

  /** Spans in a row that have one origin share its resource and scope. */
  public void write(TracedSpan traced) throws IOException {
    if (!traced.origin().equals(origin)) {
      endOrigin();
      origin = traced.origin();
      begin(traced.origin());
    }
    write(traced.span());
  }

  private void begin(SpanOrigin from) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("resource");
    OtlpValues.attributes(json, from.resource().getAttributesList());
    count("droppedAttributesCount", from.resource().getDroppedAttributesCount());
    json.writeEndObject();
    text("schemaUrl", from.resourceSchema());
    json.writeArrayFieldStart("scopeSpans");
    json.writeStartObject();
    write(from.scope());
    text("schemaUrl", from.scopeSchema());
    json.writeArrayFieldStart("spans");
  }

  private void write(InstrumentationScope scope) throws IOException {
    json.writeObjectFieldStart("scope");
    text("name", scope.getName());
    text("version", scope.getVersion());
    OtlpValues.attributes(json, scope.getAttributesList());
    count("droppedAttributesCount", scope.getDroppedAttributesCount());
    json.writeEndObject();
  }

  private void endOrigin() throws IOException {
    if (origin != null) {
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(Span span) throws IOException {
    json.writeStartObject();
    id("traceId", span.getTraceId());
    id("spanId", span.getSpanId());
    text("traceState", span.getTraceState());
    id("parentSpanId", span.getParentSpanId());
    count("flags", span.getFlags());
    text("name", span.getName());
    json.writeNumberField("kind", span.getKindValue());
    nanos("startTimeUnixNano", span.getStartTimeUnixNano());
    nanos("endTimeUnixNano", span.getEndTimeUnixNano());
    OtlpValues.attributes(json, span.getAttributesList());
    count("droppedAttributesCount", span.getDroppedAttributesCount());
    events(span.getEventsList());
    count("droppedEventsCount", span.getDroppedEventsCount());
    links(span.getLinksList());
    count("droppedLinksCount", span.getDroppedLinksCount());
    if (span.hasStatus()) {
      json.writeObjectFieldStart("status");
      text("message", span.getStatus().getMessage());
      count("code", span.getStatus().getCodeValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void events(List<Span.Event> events) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("events");
    for (Span.Event event : events) {
      json.writeStartObject();
      nanos("timeUnixNano", event.getTimeUnixNano());
      text("name", event.getName());
      OtlpValues.attributes(json, event.getAttributesList());
      count("droppedAttributesCount", event.getDroppedAttributesCount());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void links(List<Span.Link> links) throws IOException {
    if (links.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("links");
    for (Span.Link link : links) {
      json.writeStartObject();
      id("traceId", link.getTraceId());
      id("spanId", link.getSpanId());
      text("traceState", link.getTraceState());
      OtlpValues.attributes(json, link.getAttributesList());
      count("droppedAttributesCount", link.getDroppedAttributesCount());
      count("flags", link.getFlags());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void id(String name, ByteString bytes) throws IOException {
    text(name, HEX.formatHex(bytes.toByteArray()));
  }

  private void text(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  /** A fixed32 or uint32, which JSON can hold. */
  private void count(String name, int value) throws IOException {
    if (value != 0) {
      json.writeNumberField(name, Integer.toUnsignedLong(value));
    }
  }

  /** 64 bits are a string, since JavaScript's numbers have 53. */
  private void nanos(String name, long value) throws IOException {
    json.writeStringField(name, Long.toUnsignedString(value));
  }

  /** Without it the document stays open, so that one that broke off doesn't look whole. */
  public void end() throws IOException {
    endOrigin();
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }
}
