/**
 * Selectors (Selectors 4): what they say, and whether an element is meant.
 *
 * <p>Here: their grammar, their specificity, matching within a budget. Not here: rules and which of
 * them wins. Called by {@code parse.css}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.selector;
