/** Spans in the database. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.tracestore.store;
