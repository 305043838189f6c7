package dev.deckmill.tracestore.store;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.SpanJson;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes whole spans of rows of {@code span} with those of {@code span_origin} beside them. */
final class StoredSpans {
  /** Each with its origin; a condition goes behind it. */
  static final String QUERY =
      """
      select s.*, o.resource, o.resource_dropped, o.resource_schema, o.scope_name, o.scope_version, o.scope,
             o.scope_dropped, o.scope_schema
        from api.span s join api.span_origin o on o.id = s.origin
       where\s""";

  private final Map<ByteString, SpanOrigin> origins = new HashMap<>();
  private final Map<SpanKey, List<Span.Link>> links;

  StoredSpans(Map<SpanKey, List<Span.Link>> links) {
    this.links = links;
  }

  TracedSpan read(ResultSet row) throws SQLException {
    ByteString originId = ByteString.copyFrom(row.getBytes("origin"));
    SpanOrigin origin = origins.get(originId);
    if (origin == null) {
      origin = origin(row);
      origins.put(originId, origin);
    }
    return new TracedSpan(span(row), origin);
  }

  private Span span(ResultSet row) throws SQLException {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(ByteString.copyFrom(row.getBytes("trace_id")))
            .setSpanId(ByteString.copyFrom(row.getBytes("span_id")))
            .setTraceState(row.getString("trace_state"))
            .setFlags((int) row.getLong("flags"))
            .setName(row.getString("name"))
            .setKindValue(row.getInt("kind"))
            .setStartTimeUnixNano(row.getLong("start_ns"))
            .setEndTimeUnixNano(row.getLong("end_ns"))
            .addAllAttributes(SpanJson.readAttributes(row.getString("attributes")))
            .setDroppedAttributesCount((int) row.getLong("dropped_attributes"))
            .setDroppedEventsCount((int) row.getLong("dropped_events"))
            .setDroppedLinksCount((int) row.getLong("dropped_links"))
            .addAllLinks(links.getOrDefault(SpanKey.of(row), List.of()));
    byte[] parent = row.getBytes("parent_span_id");
    if (parent != null) {
      span.setParentSpanId(ByteString.copyFrom(parent));
    }
    String events = row.getString("events");
    if (events != null) {
      span.addAllEvents(SpanJson.readEvents(events));
    }
    int statusCode = row.getInt("status_code");
    String statusMessage = row.getString("status_message");
    if (statusCode != 0 || !statusMessage.isEmpty()) {
      span.setStatus(Status.newBuilder().setCodeValue(statusCode).setMessage(statusMessage));
    }
    return span.build();
  }

  private static SpanOrigin origin(ResultSet row) throws SQLException {
    return new SpanOrigin(
        Resource.newBuilder()
            .addAllAttributes(SpanJson.readAttributes(row.getString("resource")))
            .setDroppedAttributesCount((int) row.getLong("resource_dropped"))
            .build(),
        row.getString("resource_schema"),
        InstrumentationScope.newBuilder()
            .setName(row.getString("scope_name"))
            .setVersion(row.getString("scope_version"))
            .addAllAttributes(SpanJson.readAttributes(row.getString("scope")))
            .setDroppedAttributesCount((int) row.getLong("scope_dropped"))
            .build(),
        row.getString("scope_schema"));
  }
}
