/**
 * HTML in boxes (CSS Display 3, CSS 2 §9, CSS Flexbox 1, CSS Grid 1, CSS Tables 3, CSS Text 3): as
 * much of layout as labels in {@code foreignObject} need.
 *
 * <p>Here: elements to boxes, boxes to fragments with places and sizes, text to lines. Not here:
 * what is painted. {@code parse.html} calls it.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.layout;
