package dev.deckmill.api.progress;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.JobState;
import dev.deckmill.api.job.OnPageError;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.preview.PagePreviews;
import dev.deckmill.api.store.DeckSlides;
import dev.deckmill.api.store.DeckStore;
import dev.deckmill.api.store.JobPreviews;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.DeckPicture;
import dev.deckmill.contracts.message.DeckPictures;
import dev.deckmill.contracts.message.DeckSlide;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.PictureList;
import dev.deckmill.service.message.SlideList;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders a job's deck and its delivery; decides each at most once in a run. */
@Singleton
public final class DeckOrders {
  private final DeckStore decks;
  private final DeckSlides deckSlides;
  private final Outbox outbox;
  private final BlobStore blobs;
  private final JobPreviews previews;

  DeckOrders(
      DeckStore decks,
      DeckSlides deckSlides,
      JobPreviews previews,
      Outbox outbox,
      BlobStore blobs) {
    this.decks = decks;
    this.deckSlides = deckSlides;
    this.previews = previews;
    this.outbox = outbox;
    this.blobs = blobs;
  }

  void orderPackage(Tx tx, Job job) {
    if (decks.orderOnce(tx, job, DeckStore.Order.PACKAGE)) {
      send(tx, job, DeckStore.Order.PACKAGE);
    }
  }

  /** Orders the delivery, unless the deck waits for pictures that it is delivered with. */
  void orderUpload(Tx tx, Job job) {
    if (job.request().delivery().pictures() == null
        || previews.settled(tx, job, PagePreviews.WIDTH)) {
      orderUploadNow(tx, job);
    }
  }

  /** Orders the delivery of a deck that waits for pictures, if these are there now. */
  void picturesCame(Tx tx, Job job) {
    if (job.state() == JobState.DELIVERING && job.request().delivery().pictures() != null) {
      orderUpload(tx, job);
    }
  }

  /** Orders the delivery with the pictures that there are. */
  public void orderUploadNow(Tx tx, Job job) {
    if (decks.orderOnce(tx, job, DeckStore.Order.UPLOAD)) {
      send(tx, job, DeckStore.Order.UPLOAD);
    }
  }

  /** Sends an order that was noted before. */
  public void send(Tx tx, Job job, DeckStore.Order order) {
    switch (order) {
      case PACKAGE -> sendPackage(tx, job);
      case UPLOAD ->
          outbox.uploadDeck(
              tx,
              job,
              decks.newest(tx, job.tenant(), job.id()).orElseThrow().file(),
              pictures(tx, job));
    }
  }

  private @Nullable DeckPictures pictures(Tx tx, Job job) {
    DeckPictures.Place place = job.request().delivery().pictures();
    if (place == null) {
      return null;
    }
    List<DeckPicture> drawn = previews.pictures(tx, job, PagePreviews.WIDTH);
    return drawn.isEmpty()
        ? null
        : new DeckPictures(place, write(job, "pictures", PictureList.write(drawn)), drawn.size());
  }

  private void sendPackage(Tx tx, Job job) {
    boolean placeholders = job.request().onPageError() == OnPageError.PLACEHOLDER;
    List<DeckSlide> slides =
        deckSlides.of(tx, job).stream()
            .filter(slide -> placeholders || slide.bundle() != null)
            .toList();
    outbox.packageDeck(
        tx,
        job,
        Objects.requireNonNull(job.slideSize(), "a slide has told the size"),
        write(job, "slides", SlideList.write(slides)),
        slides.size());
  }

  /**
   * Safe before the order is. Each list has a key of its own: who carries out an order reads the
   * list that it names, whatever another order of the run, sent when more pages were drawn, names.
   */
  private BlobRef write(Job job, String what, InputStream list) {
    try {
      byte[] lines = list.readAllBytes();
      String key = "jobs/" + job.id() + "/" + what + "-" + job.status().run() + "-" + sha256(lines);
      return blobs.put(key, lines, BlobStore.Durability.DURABLE);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the list of " + what + " of job " + job.id() + " can't be stored", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
