/** XML going out: bytes and the one escaper. Who writes XML calls it; it knows no vocabulary. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.xml;
