/**
 * What analysis gives: the plan of a slide, its items with paints, strokes, effects and text runs,
 * and the decision for each. Values alone; coordinates are EMU. Made in {@code analyze}, read by
 * {@code map} and {@code plainsvg}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.plan;
