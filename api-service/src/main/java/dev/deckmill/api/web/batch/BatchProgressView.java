package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.store.job.JobDetails;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a job is, in the inherited API's words. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchProgress")
record BatchProgressView(
    String jobId,
    int totalFiles,
    @Schema(description = "pages whose slide is in Drive; 0 without Drive") int uploadedFiles,
    int pendingFiles,
    int failedFiles,
    @Schema(description = "of pages for which nothing more will happen") double progressPercentage,
    String jobStatus,
    String driveUploadStatus,
    boolean driveIntegrationEnabled,
    Instant lastUpdated,
    @Nullable String driveFolderId,
    @Nullable String driveFolderUrl) {

  static BatchProgressView of(JobDetails details) {
    FileCounts files = FileCounts.of(details);
    DeliveryStatus delivery =
        details.job().forDrive() ? details.job().status().delivery() : DeliveryStatus.NONE;
    boolean drive = details.job().forDrive();
    String folder = DriveLinks.folderId(details);
    return new BatchProgressView(
        details.job().id(),
        files.total(),
        files.uploaded(),
        drive ? files.uploadPending() : details.tally().open(),
        drive ? files.uploadFailed() : files.failed(),
        files.percentage(),
        BatchStatus.of(details.job()),
        BatchStatus.of(delivery),
        drive,
        details.moments().updated(),
        folder,
        DriveLinks.folder(folder));
  }
}
