/**
 * Decides. The one place that asks "can PowerPoint show this?": for each node of a drawing it
 * answers native, approximate or raster, and says why.
 *
 * <p>Here are the planner of a page and one for each kind of node; what they use lies in rooms of
 * its own. A {@link dev.deckmill.svgpptx.analyze.plan.Plan} is complete: after it nothing is
 * decided, and {@code map} only turns it into DrawingML. Called by {@code engine}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze;
