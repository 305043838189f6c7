/**
 * {@code image} (SVG 2 §12.3): rasters and SVG that are inside the page.
 *
 * <p>Here: {@code data:} URLs, the headers of raster files, fitting. Not here: pixels. Called by
 * {@code parse.structure}; nothing is ever fetched.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.image;
