package dev.deckmill.tracestore.store;

import org.jspecify.annotations.Nullable;

/**
 * As much of a span as a line in a waterfall takes.
 *
 * @param spanId 16 hexadecimal digits
 * @param parentSpanId 16 hexadecimal digits; null: it began the trace
 * @param kind OTLP's number
 * @param failed whether its status says so
 * @param page 1 and up; null: it was not about one page
 * @param startNanos since 1970
 * @param durationNanos 0 and up
 */
public record SpanOutline(
    String traceId,
    String spanId,
    @Nullable String parentSpanId,
    String service,
    String name,
    int kind,
    boolean failed,
    @Nullable Integer page,
    long startNanos,
    long durationNanos) {}
