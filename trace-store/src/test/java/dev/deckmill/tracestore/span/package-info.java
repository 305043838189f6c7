/** What a span is. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.span;
