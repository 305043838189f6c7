/**
 * What at-rules of style sheets say by themselves: fonts, media, layers. Not here: the rules inside
 * of them. Called by {@code css} and {@code document}; depends on {@code value} alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.atrule;
