package dev.deckmill.contracts.part;

import dev.deckmill.contracts.BlobRef;
import java.util.Objects;

/**
 * A slide's picture, a line of {@link DeckPictures#list}.
 *
 * @param page the slide's page, from 1
 * @param file a PNG file
 */
public record DeckPicture(int page, BlobRef file) {
  public DeckPicture {
    Checks.atLeast("page", page, 1);
    Objects.requireNonNull(file, "file");
  }
}
