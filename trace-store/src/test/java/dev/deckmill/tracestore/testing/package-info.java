/** Spans as services send them, for tests. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.testing;
