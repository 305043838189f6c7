package dev.deckmill.service.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span's context in the form that is stored and sent (W3C Trace Context §3.2). */
public final class TraceParent {
  private static final TextMapGetter<Map<String, String>> FIELDS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> fields) {
          return fields.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> fields, String key) {
          return fields == null ? null : fields.get(key);
        }
      };

  private TraceParent() {}

  /** The context of {@code span}; null if it has none. */
  public static @Nullable String of(Span span) {
    SpanContext context = span.getSpanContext();
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }

  /** What such a text stands for; root where there is none, or none that can be read. */
  public static Context context(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), Map.of("traceparent", traceparent), FIELDS);
  }

  /** Likewise the span alone, to link to; an invalid one where there is none. */
  public static SpanContext span(@Nullable String traceparent) {
    return Span.fromContext(context(traceparent)).getSpanContext();
  }
}
