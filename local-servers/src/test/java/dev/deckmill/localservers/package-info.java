/** The two servers for real: each test starts them as all-in-one does. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.localservers;
