/** The fonts installed on this machine, found once and kept in an index. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font.catalog;
