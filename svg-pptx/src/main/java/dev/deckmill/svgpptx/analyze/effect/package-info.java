/**
 * What changes how items look together: shadows and glows recognised in filters, blending, and
 * groups that fade as a whole. For the planners.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.analyze.effect;
