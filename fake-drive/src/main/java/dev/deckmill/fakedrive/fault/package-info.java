/** Which calls go wrong, in which way, and how a test says so. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.fakedrive.fault;
