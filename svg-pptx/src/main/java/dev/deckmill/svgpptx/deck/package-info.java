/**
 * Bundles become a PPTX (ECMA-376 Part 2, Open Packaging Conventions): template, parts,
 * relationships, content types, document properties, zip.
 *
 * <p>Streaming: no slide is kept, none is inflated, none is rewritten. Called by the facade alone.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.deck;
