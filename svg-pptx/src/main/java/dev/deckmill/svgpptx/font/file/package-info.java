/** Reads font files (OpenType tables). Called by the catalogue of installed fonts. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font.file;
