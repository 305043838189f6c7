package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.page.PageDetails;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What of a job is in Drive, in the inherited API's words. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchDriveInfo")
record DriveInfoView(
    String jobId,
    @Nullable String driveFolderId,
    @Nullable String driveFolderUrl,
    @Schema(description = "one for each page; all slides are in one file") List<File> uploadedFiles,
    List<Preview> previewUrls,
    Summary uploadSummary) {

  /** A page and the file that holds its slide. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchDriveFile")
  record File(
      String originalFilename,
      @Nullable String driveFileId,
      @Nullable String driveFileUrl,
      @Nullable Instant uploadedAt,
      @Schema(description = "pending, completed or failed") String uploadStatus) {}

  /** A page's picture. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchPreview")
  record Preview(
      String filename,
      @Schema(description = "of the deck; null until it is in Drive") @Nullable String fileId,
      @Schema(description = "at this service: a PNG file") String previewUrl) {}

  /** All of them counted. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchUploadSummary")
  record Summary(
      int totalFiles,
      int successfulUploads,
      int failedUploads,
      @Schema(examples = "100.0%") String successRate,
      String uploadStatus) {}

  /**
   * The view of a job.
   *
   * @param drawn the pages of which there is a picture
   */
  static DriveInfoView of(JobDetails details, List<PageDetails> pages, Set<Integer> drawn) {
    FileCounts files = FileCounts.of(details);
    DeliveryStatus delivery = details.job().status().delivery();
    String folder = DriveLinks.folderId(details);
    return new DriveInfoView(
        details.job().id(),
        folder,
        DriveLinks.folder(folder),
        pages.stream().map(page -> file(details, page)).toList(),
        pages.stream()
            .filter(page -> drawn.contains(page.number()))
            .map(page -> preview(details, page))
            .toList(),
        new Summary(
            files.total(),
            files.uploaded(),
            files.uploadFailed(),
            String.format(Locale.ROOT, "%.1f%%", 100.0 * files.uploaded() / files.total()),
            BatchStatus.of(delivery)));
  }

  private static Preview preview(JobDetails details, PageDetails page) {
    JobDetails.Delivered delivered = details.delivered();
    return new Preview(
        page.name(),
        delivered == null ? null : delivered.fileId(),
        BatchPreviews.address(details.job().id(), page.number()));
  }

  private static File file(JobDetails details, PageDetails page) {
    String converted = BatchStatus.of(page.state());
    JobDetails.Delivered delivered = details.delivered();
    boolean there =
        delivered != null
            && details.job().status().delivery() == DeliveryStatus.SUCCEEDED
            && converted.equals(BatchStatus.COMPLETED);
    return new File(
        page.name(),
        there ? delivered.fileId() : null,
        there ? DriveLinks.file(delivered) : null,
        there ? details.moments().finished() : null,
        there ? BatchStatus.COMPLETED : notThere(details, converted));
  }

  private static String notThere(JobDetails details, String converted) {
    return details.job().status().delivery() == DeliveryStatus.FAILED
        ? BatchStatus.FAILED
        : converted.equals(BatchStatus.FAILED) ? BatchStatus.FAILED : BatchStatus.PENDING;
  }
}
