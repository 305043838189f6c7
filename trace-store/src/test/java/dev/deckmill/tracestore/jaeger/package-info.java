/** Jaeger's questions, asked as Jaeger asks them: through a gRPC client. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.jaeger;
