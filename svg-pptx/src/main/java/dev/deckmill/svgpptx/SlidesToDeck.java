package dev.deckmill.svgpptx;

import dev.deckmill.svgpptx.deck.DeckWriter;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.BundleFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a deck, slide by slide; memory is bounded by one slide. The same slides give the same
 * bytes. Not for several threads at once.
 */
public final class SlidesToDeck implements AutoCloseable {
  private final OutputStream out;
  private final DeckWriter writer;
  private boolean begun;
  private boolean broken;
  private @Nullable Contents contents;

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
    this.out = Objects.requireNonNull(out, "out");
    this.writer = new DeckWriter(out, options);
  }

  /**
   * Appends a slide.
   *
   * @throws IllegalArgumentException when the slide is not of the deck's size
   */
  public void add(Slide slide) throws IOException {
    add(slide.bundle());
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
    add(BundleFormat.readBundle(slide));
  }

  private void add(Bundle slide) throws IOException {
    if (contents != null || broken) {
      throw new IllegalStateException("the deck is finished or could not be written");
    }
    write(
        () -> {
          begin();
          writer.add(slide);
        });
  }

  /** Writes what remains; the deck is complete after this. Further calls change nothing. */
  public Contents finish() throws IOException {
    if (contents == null) {
      write(
          () -> {
            begin();
            writer.end();
          });
      contents =
          new Contents(
              writer.slides(),
              writer.relationships(),
              writer.mediaFiles(),
              writer.contentTypes(),
              writer.parts(),
              writer.uncompressedBytes());
    }
    return contents;
  }

  /** Finishes the deck, unless writing it has failed, and closes the stream. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (!broken) {
        finish();
      }
    }
  }

  private void begin() throws IOException {
    if (!begun) {
      begun = true;
      writer.begin();
    }
  }

  /** After a failure in the middle nothing may make the file look complete. */
  private void write(Write write) throws IOException {
    boolean done = false;
    try {
      write.run();
      done = true;
    } finally {
      broken = !done;
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws IOException;
  }
}
