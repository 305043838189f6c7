/**
 * Decides. The one place that asks "can PowerPoint show this?": for each node of a drawing it
 * answers native, approximate or raster, and says why.
 *
 * <p>A {@link dev.deckmill.svgpptx.analyze.Plan} is complete: after it nothing is decided, and
 * {@code map} only turns it into DrawingML. What may be given up for what is in {@link
 * dev.deckmill.svgpptx.analyze.FidelityPolicy} alone. Called by the facade; read by {@code map}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze;
