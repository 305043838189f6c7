/** Spans come in. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.otlp;
