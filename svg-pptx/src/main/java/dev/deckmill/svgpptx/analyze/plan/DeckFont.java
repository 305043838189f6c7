package dev.deckmill.svgpptx.analyze.plan;

import java.util.Objects;

/**
 * A font that is to be put into the deck.
 *
 * @param family what text calls it
 * @param bold whether it is its family's bold style; {@code italic} likewise
 * @param file as decks embed it, with its header; not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes; never compared
public record DeckFont(String family, boolean bold, boolean italic, byte[] file) {
  public DeckFont {
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(file, "file");
  }
}
