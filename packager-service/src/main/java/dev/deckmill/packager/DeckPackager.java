package dev.deckmill.packager;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.message.SlideList;
import dev.deckmill.svgpptx.Slide;
import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.SlidesToDeck;
import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one deck of a job's slides, in memory bounded by one slide. The same order gives the same
 * bytes under the same key, so a repeated order is harmless.
 */
@Singleton
public final class DeckPackager {
  private final BlobStore blobs;

  DeckPackager(BlobStore blobs) {
    this.blobs = blobs;
  }

  /**
   * Carries out the order.
   *
   * @param seen gets each slide as it is written
   * @throws IOException when a bundle or the list of slides can't be read, or the deck not be
   *     written; nothing is left behind then
   */
  public DeckPackaged pack(PackageDeck order, Consumer<DeckSlide> seen) throws IOException {
    long begun = System.nanoTime();
    Deck deck = new Deck(order, seen);
    try (BlobWriter writer = blobs.create(key(order), Durability.DURABLE)) {
      writer.append(deck::writeTo);
      long written = System.nanoTime();
      BlobRef file = writer.commit();
      long ended = System.nanoTime();
      return new DeckPackaged(
          order.jobId(),
          order.tenant(),
          file,
          deck.counts(),
          (ended - begun) / 1_000,
          order.run(),
          (ended - written) / 1_000);
    }
  }

  /** One key for one list of slides: another list, as after a retry, must not replace the deck. */
  private static String key(PackageDeck order) {
    return "decks/" + order.jobId() + "/" + order.slides().sha256().substring(0, 16) + ".pptx";
  }

  /** The deck while it is being written. */
  private final class Deck {
    private final PackageDeck order;
    private final Consumer<DeckSlide> seen;
    private final SlideSize size;
    private SlidesToDeck.@Nullable Contents contents;

    Deck(PackageDeck order, Consumer<DeckSlide> seen) {
      this.order = order;
      this.seen = seen;
      this.size = new SlideSize(order.slideSize().widthEmu(), order.slideSize().heightEmu());
    }

    void writeTo(OutputStream out) throws IOException {
      try (InputStream list = blobs.open(order.slides());
          SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions(order.title(), size))) {
        int written = SlideList.read(list, slide -> add(deck, slide));
        if (written != order.slideCount()) {
          throw new IOException(
              "The order says " + order.slideCount() + " slides, its list has " + written);
        }
        contents = deck.finish();
      }
    }

    private void add(SlidesToDeck deck, DeckSlide slide) throws IOException {
      BlobRef bundle = slide.bundle();
      if (bundle == null) {
        deck.add(placeholder(slide));
      } else {
        add(deck, bundle);
      }
      seen.accept(slide);
    }

    private void add(SlidesToDeck deck, BlobRef bundle) throws IOException {
      try (InputStream in = blobs.open(bundle)) {
        deck.add(in);
        // To the end, or the store could not compare the whole with its checksum.
        in.transferTo(OutputStream.nullOutputStream());
      }
    }

    private Slide placeholder(DeckSlide slide) {
      Trouble trouble = Objects.requireNonNull(slide.trouble(), "a bundle or a trouble");
      return Slide.placeholder(
          slide.page(), slide.name(), trouble.type().name(), trouble.detail(), size);
    }

    DeckPackaged.Counts counts() {
      SlidesToDeck.Contents written = Objects.requireNonNull(contents, "not written yet");
      return new DeckPackaged.Counts(
          written.slides(),
          Math.toIntExact(written.relationships()),
          written.mediaFiles(),
          written.contentTypes(),
          written.uncompressedBytes());
    }
  }
}
