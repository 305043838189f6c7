package dev.deckmill.api.progress;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.OnPageError;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.store.DeckSlides;
import dev.deckmill.api.store.DeckStore;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.DeckSlide;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.message.SlideList;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Orders a job's deck and its delivery; decides each at most once in a run. */
@Singleton
public final class DeckOrders {
  private final DeckStore decks;
  private final DeckSlides deckSlides;
  private final Outbox outbox;
  private final BlobStore blobs;

  DeckOrders(DeckStore decks, DeckSlides deckSlides, Outbox outbox, BlobStore blobs) {
    this.decks = decks;
    this.deckSlides = deckSlides;
    this.outbox = outbox;
    this.blobs = blobs;
  }

  void orderPackage(Tx tx, Job job) {
    if (decks.orderOnce(tx, job, DeckStore.Order.PACKAGE)) {
      send(tx, job, DeckStore.Order.PACKAGE);
    }
  }

  void orderUpload(Tx tx, Job job) {
    if (decks.orderOnce(tx, job, DeckStore.Order.UPLOAD)) {
      send(tx, job, DeckStore.Order.UPLOAD);
    }
  }

  /** Sends an order that was noted before. */
  public void send(Tx tx, Job job, DeckStore.Order order) {
    switch (order) {
      case PACKAGE -> sendPackage(tx, job);
      case UPLOAD ->
          outbox.uploadDeck(tx, job, decks.newest(tx, job.tenant(), job.id()).orElseThrow().file());
    }
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
        write(job, slides),
        slides.size());
  }

  /** Safe before the order is; should the transaction fail, it is written again, the same. */
  private BlobRef write(Job job, List<DeckSlide> slides) {
    try (BlobWriter blob =
        blobs.create(
            "jobs/" + job.id() + "/slides-" + job.status().run(), BlobStore.Durability.DURABLE)) {
      blob.append(SlideList.write(slides));
      return blob.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("the slide list of job " + job.id() + " can't be stored", e);
    }
  }
}
