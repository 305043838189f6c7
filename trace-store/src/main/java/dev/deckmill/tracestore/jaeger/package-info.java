/**
 * Jaeger's back end: by its Remote Storage API (gRPC, {@code jaeger.storage.v2}) Jaeger's own page
 * shows the spans that are kept here, and Jaeger may write by OTLP over gRPC. {@link
 * dev.deckmill.tracestore.jaeger.JaegerServer} opens a port of its own if one is configured;
 * nothing here is traced, or whoever looks at traces would make new ones.
 *
 * <p>Not here: how spans are found ({@code store}), who may come in and how spans are taken ({@code
 * telemetry}). Nobody calls this package.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.jaeger;
