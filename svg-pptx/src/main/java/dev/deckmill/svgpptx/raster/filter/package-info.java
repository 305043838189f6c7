/**
 * Computes filters (Filter Effects 1 §9) on pixels: premultiplied ARGB of eight bits a channel, as
 * browsers do.
 *
 * <p>Here: every primitive, colour spaces, subregions, and what all of it may cost. Not here: how a
 * source graphic is drawn, or where a result goes; no drawing library is known here. Called by
 * {@code raster}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.raster.filter;
