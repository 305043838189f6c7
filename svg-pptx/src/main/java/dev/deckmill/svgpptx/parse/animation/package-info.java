/**
 * What a moving page shows when it stands still (Web Animations 1, CSS Animations 1, SMIL
 * Animation).
 *
 * <p>Here: times, progress, values between values, and the animation elements of SVG. Not here: key
 * frames of style sheets and whose declarations win, which is the cascade's. Called by {@code
 * parse.css} and {@code parse.structure}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.animation;
