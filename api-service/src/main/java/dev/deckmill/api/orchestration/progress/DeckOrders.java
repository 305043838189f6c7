package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.preview.PagePreviews;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.store.deck.DeckSlides;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.page.JobPreviews;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.PictureList;
import dev.deckmill.service.message.SlideList;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Orders a job's deck and its delivery; decides each at most once in a run. */
@Singleton
public final class DeckOrders {
  private final DeckStore decks;
  private final DeckSlides deckSlides;
  private final Outbox outbox;
  private final BlobStore blobs;
  private final JobPreviews previews;
  private final WorkerDatabase database;
  private final JobStore jobs;

  DeckOrders(
      DeckStore decks,
      DeckSlides deckSlides,
      JobPreviews previews,
      Outbox outbox,
      BlobStore blobs,
      WorkerDatabase database,
      JobStore jobs) {
    this.decks = decks;
    this.deckSlides = deckSlides;
    this.previews = previews;
    this.outbox = outbox;
    this.blobs = blobs;
    this.database = database;
    this.jobs = jobs;
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

  /**
   * Sends an order of a held job that was noted before. One that names a list goes when the
   * transaction is over: the list has to be on the disk first, and no row waits for that.
   */
  public void send(Tx tx, Job job, DeckStore.Order order) {
    switch (order) {
      case PACKAGE -> {
        List<DeckSlide> slides = slides(tx, job);
        tx.afterwards(() -> sendPackage(job, slides));
      }
      case UPLOAD -> {
        List<DeckPicture> pictures = pictures(tx, job);
        if (pictures.isEmpty()) {
          sendUpload(tx, job, null);
        } else {
          tx.afterwards(() -> sendUpload(job, pictures));
        }
      }
    }
  }

  private List<DeckSlide> slides(Tx tx, Job job) {
    boolean placeholders = job.request().onPageError() == OnPageError.PLACEHOLDER;
    return deckSlides.of(tx, job).stream()
        .filter(slide -> placeholders || slide.bundle() != null)
        .toList();
  }

  private List<DeckPicture> pictures(Tx tx, Job job) {
    return job.request().delivery().pictures() == null
        ? List.of()
        : previews.pictures(tx, job, PagePreviews.WIDTH);
  }

  private void sendPackage(Job noted, List<DeckSlide> slides) {
    BlobRef list = write(noted, "slides", SlideList.write(slides));
    inRun(
        noted,
        (tx, job) -> {
          if (decks.sendOnce(tx, job, DeckStore.Order.PACKAGE)) {
            outbox.packageDeck(
                tx,
                job,
                Objects.requireNonNull(job.slideSize(), "a slide's result has the size"),
                list,
                slides.size());
          }
        });
  }

  private void sendUpload(Job noted, List<DeckPicture> drawn) {
    DeckPictures pictures =
        new DeckPictures(
            Objects.requireNonNull(noted.request().delivery().pictures(), "asked for"),
            write(noted, "pictures", PictureList.write(drawn)),
            drawn.size());
    inRun(noted, (tx, job) -> sendUpload(tx, job, pictures));
  }

  private void sendUpload(Tx tx, Job job, @Nullable DeckPictures pictures) {
    if (decks.sendOnce(tx, job, DeckStore.Order.UPLOAD)) {
      BlobRef deck = decks.newest(tx, job.tenant(), job.id()).orElseThrow().file();
      outbox.uploadDeck(tx, job, deck, pictures);
    }
  }

  /** Meanwhile the job may have ended, begun another run, or be gone. */
  private void inRun(Job noted, BiConsumer<Tx, Job> send) {
    database.useTransaction(
        tx -> {
          Job job = jobs.hold(tx, List.of(noted.id())).get(noted.id());
          if (job != null && job.status().run() == noted.status().run()) {
            send.accept(tx, job);
          }
        });
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
