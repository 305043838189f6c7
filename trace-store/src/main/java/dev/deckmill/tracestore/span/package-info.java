/**
 * What a span is here: OpenTelemetry's own message, with where it came from; how it is cleaned
 * before anybody keeps it, and how its attributes look in the database.
 *
 * <p>Not here: tables ({@code store}), who may send spans and how many at once ({@code telemetry}),
 * Jaeger ({@code jaeger}). Those may call; this package knows none of them.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.span;
