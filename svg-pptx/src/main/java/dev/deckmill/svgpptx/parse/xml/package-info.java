/**
 * The one door for XML: bytes of a page to a small tree of elements, within limits.
 *
 * <p>Here: inflating, encodings, document type declarations, namespaces, counting. Not here: what
 * any element means. Only {@code parse} calls in; nothing else in the engine makes an XML reader
 * for input.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.parse.xml;
