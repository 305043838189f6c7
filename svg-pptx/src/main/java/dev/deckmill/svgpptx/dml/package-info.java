/**
 * DrawingML as values: what a slide is made of, in the schema's own words (ECMA-376 Part 1 §19 and
 * §20).
 *
 * <p>Here are records only, complete and in EMU; nothing decides and nothing writes. {@code map}
 * makes them, {@code embed} writes them down, and {@code raster} draws the pictures among them.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.dml;
