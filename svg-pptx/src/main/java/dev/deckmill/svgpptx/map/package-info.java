/**
 * Total functions from a plan to DrawingML: for every item one element, for every paint one fill.
 * Rounding happens here; decisions do not. Called by the facade.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.map;
