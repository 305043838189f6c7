/**
 * Paint (SVG 2 §13, §14): colours, gradients, patterns, strokes.
 *
 * <p>Here: the values of {@code fill} and {@code stroke} and what they refer to. Not here: what is
 * painted. Called by the rooms whose elements have paint.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.paint;
