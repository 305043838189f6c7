/**
 * The engine's first stage: the bytes of a page to an {@code ir.Drawing} with nothing left
 * unresolved.
 *
 * <p>Here: the way in; what a page is written in ({@code xml}, {@code css}, {@code value}) and what
 * it holds ({@code structure}, {@code shape}, {@code paint} and so on) lie in rooms, read as
 * browsers read them. Not here: any question of what PowerPoint can show. {@code engine} calls
 * {@link dev.deckmill.svgpptx.parse.SvgParser}; nothing else is for others.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse;
