package dev.deckmill.drive.store;

import dev.deckmill.drive.delivery.Delivered;
import jakarta.inject.Singleton;

/** What is known of the presentations beside decks: columns of the upload. */
@Singleton
public final class SlidesStore {
  private final TenantDatabase database;

  public SlidesStore(TenantDatabase database) {
    this.database = database;
  }

  /** A presentation is about to be made. */
  public void begin(OpenUpload upload) {
    UploadRow.update(
        database, upload, "slides_begun = true, slides_id = null, slides_sha256 = null", u -> u);
  }

  /** Remembers a presentation that is there. */
  public void keep(OpenUpload upload, Delivered.Slides slides) {
    UploadRow.update(
        database,
        upload,
        "slides_begun = true, slides_id = :slides, slides_link = :link",
        u -> u.bind("slides", slides.fileId()).bind("link", slides.link().orElse(null)));
  }

  /** The presentation shows the deck that was ordered last. */
  public void show(OpenUpload upload) {
    UploadRow.update(
        database, upload, "slides_sha256 = :sha256", u -> u.bind("sha256", upload.deckSha256()));
  }
}
