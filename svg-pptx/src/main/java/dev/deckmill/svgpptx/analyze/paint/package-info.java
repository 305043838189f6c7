/**
 * Paints and strokes as a slide can have them: gradients in bands, patterns in tiles, strokes as
 * lines or outlines, markers as line ends. For the planners; {@code map} reads what gradients are
 * made of.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.paint;
