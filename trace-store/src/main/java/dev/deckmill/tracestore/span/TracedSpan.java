package dev.deckmill.tracestore.span;

import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Optional;

/** A span and who it came from. */
public record TracedSpan(Span span, SpanOrigin origin) {
  /** How many bytes a span's id has. */
  public static final int ID_LENGTH = 8;

  /** The trace it belongs to. */
  public TraceId traceId() {
    return TraceId.of(span.getTraceId());
  }

  /** The job it says it was for. */
  public Optional<String> jobId() {
    return attribute(TraceAttributes.JOB_ID.getKey(), AnyValue.ValueCase.STRING_VALUE)
        .map(AnyValue::getStringValue)
        .filter(id -> !id.isEmpty());
  }

  /** The page it says it was for. */
  public Optional<Integer> pageNumber() {
    return attribute(TraceAttributes.PAGE_NUMBER.getKey(), AnyValue.ValueCase.INT_VALUE)
        .map(AnyValue::getIntValue)
        .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
        .map(Long::intValue);
  }

  private Optional<AnyValue> attribute(String key, AnyValue.ValueCase type) {
    for (KeyValue attribute : span.getAttributesList()) {
      if (attribute.getKey().equals(key) && attribute.getValue().getValueCase() == type) {
        return Optional.of(attribute.getValue());
      }
    }
    return Optional.empty();
  }
}
