/**
 * {@code foreignObject} (SVG 2 §12.4): HTML becomes shapes, pictures and text, as {@code
 * parse.layout} places it.
 *
 * <p>Here: what is painted of a box, and which lines make up one text. Not here: sizes and places.
 * Called by {@code parse.structure}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.html;
