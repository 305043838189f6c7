/**
 * How spans come in: OTLP over HTTP on {@code POST /v1/traces}, from our own services and the
 * OpenTelemetry Collector. {@link dev.deckmill.tracestore.otlp.SpanIntake} is the way in for every
 * protocol: it cleans, waits for room and for the commit, and only then is the sender answered that
 * its spans are kept. Nothing here is traced, or it would trace itself for ever.
 *
 * <p>Not here: what a span is ({@code span}), tables ({@code store}), gRPC ({@code jaeger}, which
 * may call).
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.otlp;
