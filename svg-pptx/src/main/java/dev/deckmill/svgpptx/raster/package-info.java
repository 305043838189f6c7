/**
 * Pictures: what has to be drawn is drawn, what PowerPoint can't read becomes PNG.
 *
 * <p>Batik, which is used here and nowhere else, draws shapes, text, paints, masks and images;
 * filters are computed in {@code raster.filter}. Nothing here asks whether PowerPoint can show
 * something. Called by {@code embed}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.raster;
