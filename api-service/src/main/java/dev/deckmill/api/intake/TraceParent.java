package dev.deckmill.api.intake;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/** A trace context in the form that is stored and sent (W3C Trace Context §3.2). */
final class TraceParent {
  private TraceParent() {}

  /** The present span's context; null if there is none. */
  static @Nullable String ofCurrentSpan() {
    SpanContext context = Span.current().getSpanContext();
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }
}
