/**
 * The cascade: which declaration wins for which property of which element (CSS Cascade 4, Selectors
 * 4).
 *
 * <p>Here: style sheets, selectors, specificity, inheritance, the font size. Not here: what a
 * property does to a drawing. Called by {@code parse}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.css;
