/**
 * What is done to an element once it is drawn: opacity, clip, mask, filter, blending.
 *
 * <p>Here: the properties, and clips and masks (CSS Masking 1). Not here: filters, which have a
 * room of their own. Called by the rooms whose elements are drawn.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.compositing;
