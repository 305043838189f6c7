package dev.deckmill.contracts.part;

import dev.deckmill.contracts.BlobRef;
import java.util.Objects;

/**
 * Pictures of a deck's slides that are delivered with it.
 *
 * @param place where they are put
 * @param list a blob of JSON lines, one {@link DeckPicture} a line, in the order of the pages
 * @param count how many lines that blob has, from 1
 */
public record DeckPictures(Place place, BlobRef list, int count) {
  /** Where pictures are put. */
  public enum Place {
    /** In a folder {@code previews} beside the deck. */
    FOLDER,
    /** Beside the deck. */
    BESIDE
  }

  public DeckPictures {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(list, "list");
    Checks.atLeast("count", count, 1);
  }
}
