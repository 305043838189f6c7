/**
 * The engine's first stage: the bytes of a page to an {@code ir.Drawing} with nothing left
 * unresolved.
 *
 * <p>Here: structure, geometry, paint servers, clips, masks, filters, images and text of SVG, read
 * as browsers read them. Not here: any question of what PowerPoint can show. {@code SvgToSlide}
 * calls {@link dev.deckmill.svgpptx.parse.SvgParser}; nothing else is for others.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse;
