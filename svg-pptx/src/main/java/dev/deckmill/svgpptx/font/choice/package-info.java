/**
 * Chooses the face that a viewer will show for a run, by what is installed and what office programs
 * ship.
 */
@org.jspecify.annotations.NullMarked
package dev.deckmill.svgpptx.font.choice;
