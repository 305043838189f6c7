/** Which messages there are, by what they are called on the wire and where they travel. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.contracts.type;
