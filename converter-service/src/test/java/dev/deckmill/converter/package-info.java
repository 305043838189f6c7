/** The converter as a process: orders in, answers out, on a real broker and with real children. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.converter;
