package dev.deckmill.drive.google;

import com.google.api.services.drive.model.File;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.google.client.DriveClient;
import dev.deckmill.drive.google.client.DriveMetadata;
import dev.deckmill.drive.google.upload.WholeUpload;
import dev.deckmill.drive.store.OpenUpload;
import dev.deckmill.drive.store.SlidesStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a Google Slides presentation of a deck beside it. Drive takes no generated id for one, so
 * it is looked for by the job's id, which it carries, before it is made. A search may not show yet
 * what was made a moment ago: whoever makes one after a try whose end is not known looks once more
 * and puts all but the oldest into the bin.
 */
final class SlidesCopy {
  private final DriveClient client;
  private final WholeUpload whole;
  private final Placing placing;
  private final SlidesStore store;

  SlidesCopy(DriveClient client, WholeUpload whole, SlidesStore store) {
    this.client = client;
    this.whole = whole;
    this.placing = new Placing(client);
    this.store = store;
  }

  /** One that is there; {@code current} is that it shows the deck. */
  private record Found(Delivered.Slides slides, boolean current) {}

  /** Makes it, or makes it show the deck and lie beside it. */
  Delivered.Slides keep(UploadDeck order, OpenUpload upload, String deckId, String folder)
      throws IOException {
    Optional<Found> there = known(upload);
    if (there.isEmpty() && upload.slides().begun()) {
      there = found(order, folder);
    }
    if (there.isEmpty()) {
      return made(order, upload, deckId, folder);
    }
    Delivered.Slides slides = there.get().slides();
    store.keep(upload, slides);
    if (!there.get().current()) {
      // Bytes of a PPTX that are put into a presentation are converted, as at its making.
      whole.replace(slides.fileId(), DriveMetadata.slides(order), order.deck(), DriveMetadata.PPTX);
    }
    store.show(upload);
    if (!upload.placed()) {
      placing.place(slides.fileId(), DriveMetadata.slides(order), folder);
    }
    return slides;
  }

  private Optional<Found> known(OpenUpload upload) throws IOException {
    Optional<Delivered.Slides> known = upload.slides().known();
    return known.isPresent() && client.find(known.get().fileId()).isPresent()
        ? Optional.of(new Found(known.get(), upload.slides().current()))
        : Optional.empty();
  }

  private Delivered.Slides made(UploadDeck order, OpenUpload upload, String deckId, String folder)
      throws IOException {
    store.begin(upload);
    File wanted = DriveMetadata.in(folder, DriveMetadata.slides(order));
    Delivered.Slides made = slides(client.copy(deckId, wanted.setMimeType(DriveMetadata.SLIDES)));
    if (upload.slides().begun()) {
      made = found(order, folder).map(Found::slides).orElse(made);
    }
    store.keep(upload, made);
    store.show(upload);
    return made;
  }

  private Optional<Found> found(UploadDeck order, String folder) throws IOException {
    List<File> all = client.withProperty(DriveMetadata.SLIDES_OF, order.jobId(), folder);
    for (File extra : all.stream().skip(1).toList()) {
      client.update(extra.getId(), new File().setTrashed(true));
    }
    return all.stream()
        .findFirst()
        .map(file -> new Found(slides(file), shows(file, order.deck().sha256())));
  }

  private static boolean shows(File file, String sha256) {
    return file.getAppProperties() != null
        && sha256.equals(file.getAppProperties().get(DriveMetadata.DECK));
  }

  private static Delivered.Slides slides(File file) {
    return new Delivered.Slides(file.getId(), Optional.ofNullable(file.getWebViewLink()));
  }
}
