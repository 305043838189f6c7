/**
 * What all parsers of one document share.
 *
 * <p>Here: its styles, references, budget and findings; the frame that an element stands in; what
 * may be asked of every element, as its origin, its transform, its conditions. Not here: what any
 * one element draws. Called by the rooms of {@code parse}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.document;
