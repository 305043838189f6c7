package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.job.JobDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job in the inherited API's words; what is not known is null, never left out. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchJob")
record BatchJobView(
    String jobId,
    @Schema(
            description =
                "created, processing, uploading, exporting_to_slides, completed,"
                    + " completed_upload_failed, completed_slides_export_failed or failed")
        String status,
    int totalFiles,
    @Schema(description = "pages that are slides") int completedFiles,
    @Schema(description = "pages that will be no slides") int failedFiles,
    boolean driveIntegrationEnabled,
    @Nullable String driveFolderId,
    @Nullable String driveFolderUrl,
    @Schema(description = "not_requested, pending, in_progress, completed or failed")
        @Nullable String driveUploadStatus,
    @Nullable UploadProgress driveUploadProgress,
    Instant createdAt,
    Instant updatedAt,
    @Schema(description = "while pages are converted: when they will be, at the pace so far")
        @Nullable Instant estimatedCompletionTime,
    @Schema(description = "what went wrong, at most ten sentences") List<String> errors,
    boolean slidesExportEnabled,
    @Nullable String slidesUrl,
    @Nullable String slidesExportStatus) {

  /** How far the way to Drive is. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "BatchUploadProgress")
  record UploadProgress(
      int totalFiles,
      int uploadedFiles,
      int failedFiles,
      int pendingFiles,
      double progressPercentage,
      String uploadStatus,
      @Schema(description = "bytes of the deck that are in Drive, as far as is known")
          @Nullable Long uploadedBytes,
      @Nullable Long totalBytes) {}

  static BatchJobView of(JobDetails details, List<String> errors) {
    Job job = details.job();
    FileCounts files = FileCounts.of(details);
    boolean drive = job.forDrive();
    String upload = BatchStatus.of(job.status().delivery());
    String folder = DriveLinks.folderId(details);
    return new BatchJobView(
        job.id(),
        BatchStatus.of(job),
        files.total(),
        files.completed(),
        files.failed(),
        drive,
        folder,
        DriveLinks.folder(folder),
        upload,
        drive ? progress(details, files, upload) : null,
        details.moments().created(),
        details.moments().updated(),
        estimate(details),
        errors,
        job.request().delivery().options().wantsGoogleSlides(),
        DriveLinks.slides(details),
        BatchStatus.slides(job));
  }

  private static UploadProgress progress(JobDetails details, FileCounts files, String upload) {
    JobDetails.Sent sent = details.sent();
    return new UploadProgress(
        files.total(),
        files.uploaded(),
        files.uploadFailed(),
        files.uploadPending(),
        files.percentage(),
        upload,
        sent == null ? null : (Long) sent.bytes(),
        sent == null ? null : (Long) sent.bytesInAll());
  }

  private static @Nullable Instant estimate(JobDetails details) {
    Instant started = details.moments().started();
    int done = details.tally().finished();
    if (started == null || done == 0 || details.tally().open() == 0) {
      return null;
    }
    Duration soFar = Duration.between(started, details.moments().updated());
    return started.plus(soFar.multipliedBy(details.job().pages()).dividedBy(done));
  }
}
