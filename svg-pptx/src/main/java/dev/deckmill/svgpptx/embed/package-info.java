/**
 * From typed DrawingML to the bytes of a slide: the XML writer, which alone knows the schema's
 * order of children, the media, the raster rung, and the bundle that carries all of it.
 *
 * <p>Nothing here asks whether PowerPoint can show something. Batik is used here and nowhere else.
 * Called by the facade, and by {@code deck}, which reads bundles.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.embed;
