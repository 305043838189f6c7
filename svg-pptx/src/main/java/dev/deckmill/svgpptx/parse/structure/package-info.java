/**
 * The document's structure (SVG 2 §5): from its root to each element that is drawn.
 *
 * <p>Here: the walk, groups, {@code use}, {@code switch}, nested viewports; all other parsers are
 * put together here. Not here: what a shape, a text or an image is. Called by {@code parse}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.structure;
