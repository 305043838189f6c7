/** Files and folders as the stand-in keeps, finds and shows them. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.fakedrive.file;
