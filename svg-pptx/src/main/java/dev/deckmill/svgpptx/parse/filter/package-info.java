/**
 * Filters (Filter Effects 1).
 *
 * <p>Here: references, functions and primitives, with their regions and units resolved. Not here:
 * what an effect looks like. Called by {@code parse.compositing}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.filter;
