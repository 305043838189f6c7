package dev.deckmill.drive.store;

import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.store.row.UploadRow;
import dev.deckmill.drive.store.row.UploadRows;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** What is known of the presentations beside decks: columns of the upload. */
@Singleton
public final class SlidesStore {
  private final TenantDatabase database;
  private final UploadRows rows;

  public SlidesStore(TenantDatabase database, UploadRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /** A presentation is about to be made. */
  public void begin(OpenUpload upload) {
    change(
        upload,
        row -> {
          row.slidesBegun = true;
          row.slidesId = null;
          row.slidesSha256 = null;
        });
  }

  /** Remembers a presentation that is there. */
  public void keep(OpenUpload upload, Delivered.Slides slides) {
    change(
        upload,
        row -> {
          row.slidesBegun = true;
          row.slidesId = slides.fileId();
          row.slidesLink = slides.link().orElse(null);
        });
  }

  /** The presentation shows the deck that was ordered last. */
  public void show(OpenUpload upload) {
    change(upload, row -> row.slidesSha256 = upload.deckSha256());
  }

  private void change(OpenUpload upload, Consumer<UploadRow> change) {
    database.use(upload.tenant(), () -> change.accept(rows.findById(upload.jobId())));
  }
}
