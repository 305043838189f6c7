/** What is known of one face: its metrics, advances, kerning and style. Values alone. */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font.face;
