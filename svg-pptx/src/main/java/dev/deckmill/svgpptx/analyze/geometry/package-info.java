/**
 * Outlines: forms that DrawingML has a preset for, paths, fill rules, clips, dashes, and the
 * arithmetic of segments beneath them. No paint, no text, no decision. For the other rooms of
 * {@code analyze}, {@code map} and {@code plainsvg}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.geometry;
