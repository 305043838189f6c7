package dev.deckmill.svgpptx.engine;

import dev.deckmill.svgpptx.Engine;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlidesToDeck.Contents;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import dev.deckmill.svgpptx.deck.DeckWriter;
import dev.deckmill.svgpptx.embed.Bundle;
import dev.deckmill.svgpptx.embed.BundleFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A deck on its way out: it begins with its first slide, and stays broken once a write failed. */
final class DeckOnStream implements Engine.DeckOutput {
  private final OutputStream out;
  private final DeckWriter writer;
  private boolean begun;
  private boolean broken;
  private @Nullable Contents contents;

  DeckOnStream(OutputStream out, DeckOptions options) {
    this.out = out;
    this.writer = new DeckWriter(out, options);
  }

  @Override
  public void add(Slide slide) throws IOException {
    if (slide instanceof BundledSlide bundled) {
      add(bundled.bundle());
    } else {
      var written = new ByteArrayOutputStream();
      slide.writeTo(written);
      add(new ByteArrayInputStream(written.toByteArray()));
    }
  }

  @Override
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

  @Override
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
