/** Looks whether Drive can be delivered to before anything runs: a program of its own. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.drive.check;
