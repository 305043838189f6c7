package dev.deckmill.tracestore.store;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.SpanJson;
import io.opentelemetry.proto.trace.v1.Span.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** Rows of {@code span_link}, by the span that has them. */
final class SpanLinks {
  private SpanLinks() {}

  /** Of a query for rows in the order of their position. */
  static Map<SpanKey, List<Link>> of(Query query) {
    Map<SpanKey, List<Link>> links = new HashMap<>();
    query
        .map((row, context) -> Map.entry(SpanKey.of(row), link(row)))
        .forEach(
            found ->
                links
                    .computeIfAbsent(found.getKey(), key -> new ArrayList<>())
                    .add(found.getValue()));
    return links;
  }

  private static Link link(ResultSet row) throws SQLException {
    return Link.newBuilder()
        .setTraceId(ByteString.copyFrom(row.getBytes("linked_trace_id")))
        .setSpanId(ByteString.copyFrom(row.getBytes("linked_span_id")))
        .setTraceState(row.getString("trace_state"))
        .setFlags((int) row.getLong("flags"))
        .addAllAttributes(SpanJson.readAttributes(row.getString("attributes")))
        .setDroppedAttributesCount((int) row.getLong("dropped_attributes"))
        .build();
  }
}
