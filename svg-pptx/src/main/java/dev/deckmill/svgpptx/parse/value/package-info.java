/**
 * The small languages inside attributes: numbers, lengths, colours, transforms, path data.
 *
 * <p>Here: text to values, as CSS and SVG write them. Not here: elements, styles, what a value is
 * for. Called by {@code parse} and {@code parse.css}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.value;
