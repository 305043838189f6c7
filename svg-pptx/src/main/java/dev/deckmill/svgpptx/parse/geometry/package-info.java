/**
 * Boxes, matrices and viewports of the resolved tree.
 *
 * <p>Here: bounding boxes, {@code viewBox} and {@code preserveAspectRatio}, moving things from one
 * user space to another. Not here: where elements say what they are; that is {@code parse.shape}'s.
 * Called by the rooms of {@code parse}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.geometry;
