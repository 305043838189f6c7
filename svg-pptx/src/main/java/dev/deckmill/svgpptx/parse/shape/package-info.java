/**
 * {@code path}, the basic shapes and their markers (SVG 2 §9, §10, §13.7).
 *
 * <p>Here: geometry and what is drawn along it. Not here: paint. Called by {@code parse.text},
 * whose text paths are shapes, and {@code parse.structure}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.shape;
