package dev.deckmill.svgpptx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Writes a deck, slide by slide; memory is bounded by one slide. The same slides give the same
 * bytes. Not for several threads at once.
 */
public final class SlidesToDeck implements AutoCloseable {
  private final Engine.DeckOutput deck;

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

  /**
   * What is in a finished deck, counted while writing.
   *
   * @param relationships entries of all .rels parts
   * @param contentTypes entries of [Content_Types].xml
   * @param mediaFiles each counted once, however many slides show it
   * @param parts files in the package
   * @param uncompressedBytes of all parts
   */
  public record Contents(
      int slides,
      long relationships,
      int mediaFiles,
      int contentTypes,
      long parts,
      long uncompressedBytes) {}

  public SlidesToDeck(OutputStream out, DeckOptions options) {
    this.deck = Engine.provided().deck(Objects.requireNonNull(out, "out"), options);
  }

  /**
   * Appends a slide.
   *
   * @throws IllegalArgumentException when the slide is not of the deck's size
   */
  public void add(Slide slide) throws IOException {
    deck.add(slide);
  }

  /**
   * Appends a slide that {@link Slide#writeTo} wrote, without its report: a good deal faster than
   * {@link Slide#read}. Doesn't close {@code slide}, and may read beyond its end.
   *
   * @throws IOException also when the bytes are no bundle, of another version, short or damaged;
   *     nothing of them is in the deck then
   * @throws IllegalArgumentException when the slide is not of the deck's size
   */
  public void add(InputStream slide) throws IOException {
    deck.add(slide);
  }

  /** Writes what remains; the deck is complete after this. Further calls change nothing. */
  public Contents finish() throws IOException {
    return deck.finish();
  }

  /** Finishes the deck, unless writing it has failed, and closes the stream. */
  @Override
  public void close() throws IOException {
    deck.close();
  }
}
