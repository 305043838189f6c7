/**
 * Families that are known without being installed: which are alike, which stand in for which, and
 * the bundled metrics.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font.family;
