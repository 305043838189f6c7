package dev.deckmill.api.web.batch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Job;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a job is taken in, in the inherited API's words. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "BatchCreated")
record BatchCreated(
    boolean success,
    @Schema(examples = "batch_0123456789ab") String jobId,
    String message,
    @Schema(description = "created; of a submission that was sent before, where its job is now")
        String status,
    int totalFiles,
    boolean driveIntegrationEnabled,
    @Schema(description = "seconds, from the number of pages: a guess")
        int estimatedProcessingTime) {
  private static final int SECONDS_TO_FETCH = 2;
  private static final int PAGES_A_SECOND = 10;

  static BatchCreated of(Job job) {
    return new BatchCreated(
        true,
        job.id(),
        "The job is accepted; each URL is a page of its own.",
        BatchStatus.of(job),
        job.pages(),
        job.status().delivery() != DeliveryStatus.NONE,
        SECONDS_TO_FETCH + (job.pages() + PAGES_A_SECOND - 1) / PAGES_A_SECOND);
  }
}
