package dev.deckmill.svgpptx;

import java.util.Objects;

/**
 * What a deck is as a whole.
 *
 * @param title for its document properties
 * @param slideSize the size of all its slides
 */
public record DeckOptions(String title, SlideSize slideSize) {
  public DeckOptions {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(slideSize, "slideSize");
  }
}
