/** The protocol between a child and its parent, without either. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.converter.child;
