package dev.deckmill.api.store.span;

import com.google.protobuf.ByteString;
import dev.deckmill.api.span.SpanJson;
import dev.deckmill.api.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spans and their links as rows to be copied. */
final class SpanRows {
  /** In the order that {@link #add} writes them. */
  static final String SPAN_COLUMNS =
      """
      trace_id, span_id, parent_span_id, trace_state, flags, start_time, start_ns, end_ns, duration_ns, \
      service_name, name, kind, status_code, status_message, job_id, page_number, origin, attributes, events, \
      dropped_attributes, dropped_events, dropped_links""";

  static final String LINK_COLUMNS =
      """
      trace_id, span_id, start_time, position, linked_trace_id, linked_span_id, trace_state, flags, attributes, \
      dropped_attributes""";

  private static final int SPAN_WIDTH = 22;
  private static final int LINK_WIDTH = 10;
  private static final int NANOS_IN_MICRO = 1_000;

  private final CopyRows spans = new CopyRows();
  private final CopyRows links = new CopyRows();
  private boolean linked;

  void add(TracedSpan traced, ByteString origin, String serviceName) {
    Span span = traced.span();
    long start = span.getStartTimeUnixNano();
    byte[] parent = span.getParentSpanId().toByteArray();
    spans
        .row(SPAN_WIDTH)
        .bytes(span.getTraceId().toByteArray())
        .bytes(span.getSpanId().toByteArray())
        .bytes(parent.length == 0 ? null : parent)
        .text(span.getTraceState())
        .bigint(Integer.toUnsignedLong(span.getFlags()))
        .time(start / NANOS_IN_MICRO)
        .bigint(start)
        .bigint(span.getEndTimeUnixNano())
        .bigint(Math.max(0, span.getEndTimeUnixNano() - start))
        .text(serviceName)
        .text(span.getName())
        .smallint(span.getKindValue())
        .smallint(span.getStatus().getCodeValue())
        .text(span.getStatus().getMessage())
        .text(traced.jobId().orElse(null))
        .integer(traced.pageNumber().orElse(null))
        .bytes(origin.toByteArray())
        .json(SpanJson.attributes(span.getAttributesList()))
        .json(events(span.getEventsList()))
        .bigint(Integer.toUnsignedLong(span.getDroppedAttributesCount()))
        .bigint(Integer.toUnsignedLong(span.getDroppedEventsCount()))
        .bigint(Integer.toUnsignedLong(span.getDroppedLinksCount()));
    addLinks(span);
  }

  private static byte @Nullable [] events(List<Span.Event> events) {
    return events.isEmpty() ? null : SpanJson.events(events);
  }

  private void addLinks(Span span) {
    int position = 0;
    for (Span.Link link : span.getLinksList()) {
      linked = true;
      links
          .row(LINK_WIDTH)
          .bytes(span.getTraceId().toByteArray())
          .bytes(span.getSpanId().toByteArray())
          .time(span.getStartTimeUnixNano() / NANOS_IN_MICRO)
          .integer(position++)
          .bytes(link.getTraceId().toByteArray())
          .bytes(link.getSpanId().toByteArray())
          .text(link.getTraceState())
          .bigint(Integer.toUnsignedLong(link.getFlags()))
          .json(SpanJson.attributes(link.getAttributesList()))
          .bigint(Integer.toUnsignedLong(link.getDroppedAttributesCount()));
    }
  }

  CopyRows spans() {
    return spans;
  }

  CopyRows links() {
    return links;
  }

  boolean linked() {
    return linked;
  }
}
