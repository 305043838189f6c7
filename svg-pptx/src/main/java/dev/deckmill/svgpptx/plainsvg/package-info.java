/**
 * Writes a part of the resolved tree back as plain SVG 1.1, for the renderer of the raster rung and
 * of previews: no CSS, no {@code use}, no reference that leads out. Called by {@code map} and
 * {@code engine}; decides nothing.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.plainsvg;
