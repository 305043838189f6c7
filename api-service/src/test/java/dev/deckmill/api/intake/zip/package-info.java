/** Tests of the door for ZIP files. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake.zip;
