/**
 * Puts the rooms of the library together: pages through the four stages, slides into a deck. Knows
 * all of them and is known by none; {@link dev.deckmill.svgpptx.Engine} is how the public types
 * reach it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.engine;
