/**
 * What boxes of HTML have before they are laid out: the used values of their properties (CSS Box 4,
 * CSS Display 3), and how their text may break (CSS Text 3).
 *
 * <p>Not here: boxes themselves, sizes, places. For {@code parse.layout} and {@code parse.html}.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.box;
