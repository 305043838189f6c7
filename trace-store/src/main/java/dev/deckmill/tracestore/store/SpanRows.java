package dev.deckmill.tracestore.store;

import dev.deckmill.tracestore.span.SpanJson;
import io.opentelemetry.proto.trace.v1.Span;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Spans and their links as rows to be copied. */
final class SpanRows {
  /** In the order that {@link #add} writes them. */
  private static final String SPAN_COLUMNS =
      """
      tenant, trace_id, span_id, parent_span_id, trace_state, flags, start_time, start_ns, end_ns, duration_ns, \
      service_name, name, kind, status_code, status_message, job_id, page_number, origin, attributes, events, \
      dropped_attributes, dropped_events, dropped_links""";

  private static final String LINK_COLUMNS =
      """
      tenant, trace_id, span_id, start_time, position, linked_trace_id, linked_span_id, trace_state, flags, attributes, \
      dropped_attributes""";

  private static final int SPAN_WIDTH = 23;
  private static final int LINK_WIDTH = 11;

  private final CopyRows spans = new CopyRows();
  private final CopyRows links = new CopyRows();
  private boolean linked;

  void add(SpanRow row) {
    Span span = row.span();
    byte[] parent = span.getParentSpanId().toByteArray();
    spans
        .row(SPAN_WIDTH)
        .text(row.tenant())
        .bytes(span.getTraceId().toByteArray())
        .bytes(span.getSpanId().toByteArray())
        .bytes(parent.length == 0 ? null : parent)
        .text(span.getTraceState())
        .bigint(Integer.toUnsignedLong(span.getFlags()))
        .time(row.key().startMicros())
        .bigint(span.getStartTimeUnixNano())
        .bigint(span.getEndTimeUnixNano())
        .bigint(row.durationNanos())
        .text(row.serviceName())
        .text(span.getName())
        .smallint(row.kind())
        .smallint(span.getStatus().getCodeValue())
        .text(span.getStatus().getMessage())
        .text(row.jobId())
        .integer(row.traced().pageNumber().orElse(null))
        .bytes(row.origin().toByteArray())
        .json(SpanJson.attributes(span.getAttributesList()))
        .json(events(span.getEventsList()))
        .bigint(Integer.toUnsignedLong(span.getDroppedAttributesCount()))
        .bigint(Integer.toUnsignedLong(span.getDroppedEventsCount()))
        .bigint(Integer.toUnsignedLong(span.getDroppedLinksCount()));
    addLinks(row);
  }

  private static byte @Nullable [] events(List<Span.Event> events) {
    return events.isEmpty() ? null : SpanJson.events(events);
  }

  private void addLinks(SpanRow row) {
    Span span = row.span();
    int position = 0;
    for (Span.Link link : span.getLinksList()) {
      linked = true;
      links
          .row(LINK_WIDTH)
          .text(row.tenant())
          .bytes(span.getTraceId().toByteArray())
          .bytes(span.getSpanId().toByteArray())
          .time(row.key().startMicros())
          .integer(position++)
          .bytes(link.getTraceId().toByteArray())
          .bytes(link.getSpanId().toByteArray())
          .text(link.getTraceState())
          .bigint(Integer.toUnsignedLong(link.getFlags()))
          .json(SpanJson.attributes(link.getAttributesList()))
          .bigint(Integer.toUnsignedLong(link.getDroppedAttributesCount()));
    }
  }

  /** Sends what there is; COPY is PostgreSQL's quickest way in, but takes all of it or nothing. */
  void copyTo(Handle handle) throws SQLException {
    PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
    spans.copyTo(connection, "api.span (" + SPAN_COLUMNS + ")");
    if (linked) {
      links.copyTo(connection, "api.span_link (" + LINK_COLUMNS + ")");
    }
  }
}
