/**
 * {@code text} (SVG 2 §11): characters, their positions, fonts and decorations.
 *
 * <p>Here: everything that holds before a font is measured. Not here: advances and lines; {@code
 * analyze.text} has those. Called by {@code parse.structure}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.text;
