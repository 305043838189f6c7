package dev.deckmill.api.web.batch;

import dev.deckmill.api.store.job.JobDetails;
import org.jspecify.annotations.Nullable;

/** Where a delivered deck lies. */
final class DriveLinks {
  private static final String FOLDERS = "https://drive.google.com/drive/folders/";
  private static final String FILES = "https://drive.google.com/file/d/";

  private static final String SLIDES = "https://docs.google.com/presentation/d/";

  private DriveLinks() {}

  static @Nullable String folderId(JobDetails details) {
    JobDetails.Delivered delivered = details.delivered();
    return delivered == null || !details.job().forDrive() ? null : delivered.folderId();
  }

  /** The page that shows a folder. */
  static @Nullable String folder(@Nullable String id) {
    return id == null ? null : FOLDERS + id;
  }

  /** The page that opens the Google Slides presentation; null as long as there is none. */
  static @Nullable String slides(JobDetails details) {
    JobDetails.Delivered delivered = details.delivered();
    JobDetails.Slides slides = delivered == null ? null : delivered.slides();
    if (slides == null) {
      return null;
    }
    String known = slides.link();
    return known == null ? SLIDES + slides.fileId() + "/edit" : known;
  }

  /** The page that shows the deck: as Drive gave it, else by its id. */
  static String file(JobDetails.Delivered delivered) {
    String known = delivered.link();
    return known == null ? FILES + delivered.fileId() + "/view" : known;
  }
}
