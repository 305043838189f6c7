/**
 * From typed DrawingML to the bytes of a slide: the XML writer, which alone knows the schema's
 * order of children, the media, and the bundle that carries all of it.
 *
 * <p>Nothing here asks whether PowerPoint can show something, and nothing is drawn here: pictures
 * come from {@code raster}. Called by the facade, and by {@code deck}, which reads bundles.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.embed;
