/**
 * The door for ZIP files: what comes through it are pages in their order, counted while they
 * inflate. Names in the file are labels and never paths.
 *
 * <p>{@code intake} asks {@link dev.deckmill.api.intake.zip.ZipFile}. Nothing is unpacked to disk;
 * the file itself is, without a name, because what it holds stands at its end.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.api.intake.zip;
