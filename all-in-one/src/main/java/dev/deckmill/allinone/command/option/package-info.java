/** Options that several commands share. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.allinone.command.option;
