/** Children are real processes here; faults are the ones that pages ask for. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.converter.pool;
