package dev.deckmill.allinone.endtoend;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A span as it was exported. */
record ReceivedSpan(
    String service,
    String name,
    String kind,
    String traceId,
    String spanId,
    String parentId,
    List<String> links,
    List<String> events,
    Map<String, String> attributes) {
  ReceivedSpan {
    links = List.copyOf(links);
    events = List.copyOf(events);
    attributes = Map.copyOf(attributes);
  }

  static ReceivedSpan of(String service, Span span) {
    return new ReceivedSpan(
        service,
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", "").toLowerCase(java.util.Locale.ROOT),
        hex(span.getTraceId().toByteArray()),
        hex(span.getSpanId().toByteArray()),
        hex(span.getParentSpanId().toByteArray()),
        span.getLinksList().stream().map(link -> hex(link.getSpanId().toByteArray())).toList(),
        span.getEventsList().stream().map(Span.Event::getName).toList(),
        span.getAttributesList().stream()
            .collect(
                Collectors.toMap(KeyValue::getKey, ReceivedSpan::text, (first, second) -> first)));
  }

  private static String text(KeyValue attribute) {
    return switch (attribute.getValue().getValueCase()) {
      case STRING_VALUE -> attribute.getValue().getStringValue();
      case INT_VALUE -> Long.toString(attribute.getValue().getIntValue());
      case BOOL_VALUE -> Boolean.toString(attribute.getValue().getBoolValue());
      case DOUBLE_VALUE -> Double.toString(attribute.getValue().getDoubleValue());
      case ARRAY_VALUE, KVLIST_VALUE, BYTES_VALUE, VALUE_NOT_SET -> attribute.getValue().toString();
    };
  }

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }
}
