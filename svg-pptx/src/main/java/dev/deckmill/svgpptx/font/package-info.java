/**
 * Typefaces: which one a list of families means on the machine that will show the deck, and how
 * wide and high its glyphs are.
 *
 * <p>Reads the font files of this machine, lazily and once; draws nothing. Called by {@code
 * analyze}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font;
