/** The packager as a process: orders in, answers out, on a real broker. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.packager;
