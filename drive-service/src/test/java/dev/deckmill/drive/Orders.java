package dev.deckmill.drive;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.service.message.PictureList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Orders that are the same in each process that makes them. */
public final class Orders {
  private static final int PICTURES = 3;

  private Orders() {}

  /** For a deck alone. */
  public static UploadDeck plain(
      PatternBlobs blobs, String tenant, String job, long bytes, String... folders) {
    return new UploadDeck(
        job,
        tenant,
        blobs.deck(job.hashCode() & 0xffffL, bytes),
        job + ".pptx",
        List.of(folders),
        null,
        1);
  }

  /** The same with options. */
  public static UploadDeck with(UploadDeck order, DeliveryOptions options) {
    return new UploadDeck(
        order.jobId(),
        order.tenant(),
        order.deck(),
        order.fileName(),
        order.folderPath(),
        order.parentFolderId(),
        order.run(),
        options,
        null);
  }

  /** All that can be asked for. */
  public static DeliveryOptions everything(PatternBlobs blobs, String job) {
    return new DeliveryOptions(
        "Figures of the quarter",
        List.of(
            new DeckShare(DeckShare.Kind.USER, "ann@example.com", DeckShare.Role.WRITER),
            new DeckShare(DeckShare.Kind.DOMAIN, "example.org", DeckShare.Role.READER),
            new DeckShare(DeckShare.Kind.ANYONE, null, DeckShare.Role.READER)),
        false,
        true,
        true,
        listed(blobs, job, pictures(blobs, job)));
  }

  /** Pictures as an order tells of them. */
  public static DeckPictures listed(PatternBlobs blobs, String job, List<DeckPicture> pictures) {
    try {
      byte[] list = PictureList.write(pictures).readAllBytes();
      return new DeckPictures(
          DeckPictures.Place.FOLDER, blobs.keep("lists/" + job, list), pictures.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pictures of a job's slides. */
  public static List<DeckPicture> pictures(PatternBlobs blobs, String job) {
    return IntStream.rangeClosed(1, PICTURES)
        .mapToObj(
            page ->
                new DeckPicture(
                    page, blobs.deck(0x10000L + page + (job.hashCode() & 0xffffL), 5_000L + page)))
        .toList();
  }

  /** The names of all files that an order for everything comes to. */
  static List<String> namesOf(UploadDeck order) {
    List<String> names = new ArrayList<>(List.of(order.fileName(), order.jobId()));
    IntStream.rangeClosed(1, PICTURES)
        .mapToObj(page -> "%s %04d.png".formatted(order.jobId(), page))
        .forEach(names::add);
    return names;
  }
}
