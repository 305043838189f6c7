/**
 * What may be given up for what, in one table. Asked by the rooms of {@code analyze}; knows none of
 * them.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.policy;
