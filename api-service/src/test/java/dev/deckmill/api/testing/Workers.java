package dev.deckmill.api.testing;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.DeckPackageFailed;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.PageConverted;
import dev.deckmill.contracts.message.PageFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PageSetAside;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.PageFinding;
import dev.deckmill.contracts.part.PageRecord;
import dev.deckmill.contracts.part.Renditions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.part.StageTimings;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Wire;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/**
 * Answers in place of converters, packager and drive-service, on the real topics, one answer at a
 * time as a test wants it.
 */
@Singleton
public final class Workers {
  /** The size that answers tell when the order left it open. */
  public static final SlideSize OWN_SIZE = new SlideSize(5_000_000, 4_000_000);

  private static final String SHA256 = "ab".repeat(32);

  private final Publisher publisher;
  private final BlobStore blobs;

  Workers(Publisher publisher, BlobStore blobs) {
    this.publisher = publisher;
    this.blobs = blobs;
  }

  /** Sends an answer; returns its id. */
  public String send(Message answer) {
    String id = UUID.randomUUID().toString();
    sendAs(id, answer);
    return id;
  }

  /** Sends an answer under an id, perhaps not for the first time. */
  public void sendAs(String id, Message answer) {
    publisher
        .publish(
            new Outgoing(
                id, MessageType.of(answer).topic(), answer.jobId(), answer, Context.root()))
        .toCompletableFuture()
        .join();
  }

  /** Begins a page and makes a slide of it. */
  public void convert(ConvertPage order) {
    send(started(order));
    send(converted(order));
  }

  /** Makes a slide of a page so quickly that the result alone tells of its beginning. */
  public void convertQuickly(ConvertPage order) {
    PageConverted plain = converted(order);
    send(
        new PageConverted(
            plain.jobId(),
            plain.tenant(),
            plain.page(),
            plain.attempt(),
            plain.bundle(),
            plain.slideSize(),
            plain.title(),
            plain.slideSha256(),
            plain.timings(),
            plain.renditions(),
            plain.findings(),
            plain.findingCount(),
            plain.traceparent(),
            plain.record(),
            started(order)));
  }

  /** Makes a deck of {@code bytes}. */
  public void packageDeck(PackageDeck order, byte[] bytes) {
    send(packaged(order, store("decks/" + order.jobId() + "/" + order.run(), bytes)));
  }

  /** A page has begun. */
  public static PageStarted started(ConvertPage order) {
    return new PageStarted(
        order.jobId(), order.tenant(), order.page(), order.attempt(), "worker-1", 7);
  }

  /** A page is slow, and waits for its turn among slow ones. */
  public static PageSetAside setAside(ConvertPage order) {
    return new PageSetAside(order.jobId(), order.tenant(), order.page(), order.attempt());
  }

  /** A page has become a slide. */
  public static PageConverted converted(ConvertPage order, PageFinding... findings) {
    SlideSize asked = order.options().slideSize();
    return new PageConverted(
        order.jobId(),
        order.tenant(),
        order.page(),
        order.attempt(),
        bundle(order),
        asked == null ? OWN_SIZE : asked,
        "Slide " + order.page(),
        SHA256,
        new StageTimings(10, 20, 30, 40),
        new Renditions(5, 1, 0),
        List.of(findings),
        findings.length,
        span(order),
        null,
        null);
  }

  /** The same with a record of what was decided on its elements. */
  public PageConverted convertedWith(
      ConvertPage order, PageRecord record, Renditions renditions, PageFinding... findings) {
    PageConverted plain = converted(order, findings);
    return new PageConverted(
        plain.jobId(),
        plain.tenant(),
        plain.page(),
        plain.attempt(),
        plain.bundle(),
        plain.slideSize(),
        plain.title(),
        plain.slideSha256(),
        plain.timings(),
        renditions,
        plain.findings(),
        plain.findingCount(),
        plain.traceparent(),
        store(
            "bundles/%s/%d-%d".formatted(order.jobId(), order.page(), order.attempt()),
            Wire.write(record)),
        null);
  }

  /** A page is drawn as {@code png}. */
  public PagePreviewed previewed(PreviewPage order, byte[] png) {
    return new PagePreviewed(
        order.jobId(),
        order.tenant(),
        order.page(),
        order.attempt(),
        order.widthPixels(),
        store(
            "previews/%s/%d-%d-%s"
                .formatted(order.jobId(), order.page(), order.attempt(), UUID.randomUUID()),
            png));
  }

  /** Where the bundle of that answer lies. */
  public static BlobRef bundle(ConvertPage order) {
    return new BlobRef(
        "jobs/%s/page-%d-%d".formatted(order.jobId(), order.page(), order.attempt()),
        0,
        100,
        SHA256);
  }

  /** The span of that attempt. */
  public static String span(ConvertPage order) {
    return "00-0af7651916cd43dd8448eb211c80319c-%08x%08x-01"
        .formatted(order.page(), order.attempt());
  }

  /** An attempt came to nothing. */
  public static PageFailed failed(ConvertPage order, ErrorType type) {
    return new PageFailed(
        order.jobId(),
        order.tenant(),
        order.page(),
        order.attempt(),
        new Trouble(type, "The page failed in a test."),
        span(order),
        null);
  }

  /** The deck is there. */
  public static DeckPackaged packaged(PackageDeck order, BlobRef deck) {
    return new DeckPackaged(
        order.jobId(),
        order.tenant(),
        deck,
        new DeckPackaged.Counts(3, 10, 1, 8, 5000),
        1234,
        order.run(),
        234L);
  }

  /** There will be no deck. */
  public static DeckPackageFailed packageFailed(PackageDeck order, ErrorType type) {
    return new DeckPackageFailed(
        order.jobId(),
        order.tenant(),
        new Trouble(type, "The deck failed in a test."),
        order.run());
  }

  /** The deck is in Drive. */
  public static DeckUploaded uploaded(UploadDeck order) {
    return new DeckUploaded(
        order.jobId(),
        order.tenant(),
        "file-1",
        "folder-1",
        "https://drive.example/1",
        5,
        1,
        2,
        9,
        order.run(),
        1,
        order.optionsOrNone().wantsGoogleSlides()
            ? new DeckUploaded.SlidesFile("slides-1", "https://drive.example/s1")
            : null,
        order.optionsOrNone().pictures() == null ? 0 : order.optionsOrNone().pictures().count());
  }

  /** The deck is not in Drive. */
  public static DeckUploadFailed uploadFailed(UploadDeck order, ErrorType type) {
    return new DeckUploadFailed(
        order.jobId(),
        order.tenant(),
        new Trouble(type, "The upload failed in a test."),
        1,
        order.run());
  }

  private BlobRef store(String key, byte[] bytes) {
    try {
      return blobs.put(key, bytes, BlobStore.Durability.REMAKEABLE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
