/**
 * A page as it is to be drawn: what {@code parse} makes and {@code analyze} reads.
 *
 * <p>Closed sets of immutable records. Nothing here is unresolved: no CSS, no unit, no percentage,
 * no reference, no {@code use}. Lengths are user units of the space the node's {@code transform}
 * leads from. Geometry follows SVG 2, and words are SVG's.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.ir;
