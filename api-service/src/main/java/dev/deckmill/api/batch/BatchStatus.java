package dev.deckmill.api.batch;

import dev.deckmill.api.job.DeliveryStatus;
import dev.deckmill.api.job.JobState;
import dev.deckmill.api.job.JobStatus;
import dev.deckmill.api.job.PageState;

/** How the inherited API calls our states. */
final class BatchStatus {
  static final String CREATED = "created";
  static final String PROCESSING = "processing";
  static final String UPLOADING = "uploading";
  static final String COMPLETED = "completed";
  static final String FAILED = "failed";
  static final String PENDING = "pending";

  private static final String UPLOAD_FAILED = "completed_upload_failed";

  private BatchStatus() {}

  /** A job's: one whose deck is there has completed, wherever the deck was to go. */
  static String of(JobStatus job) {
    return switch (job.state()) {
      case QUEUED -> CREATED;
      case FETCHING, CONVERTING, PACKAGING -> PROCESSING;
      case DELIVERING, CANCELLING -> UPLOADING;
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED ->
          job.delivery() == DeliveryStatus.FAILED ? UPLOAD_FAILED : COMPLETED;
      case FAILED, CANCELLED -> FAILED;
    };
  }

  /** A delivery's. */
  static String of(DeliveryStatus delivery) {
    return switch (delivery) {
      case NONE -> "not_requested";
      case PENDING -> PENDING;
      case RUNNING -> "in_progress";
      case SUCCEEDED -> COMPLETED;
      case FAILED -> FAILED;
    };
  }

  /** A page's. */
  static String of(PageState page) {
    return switch (page) {
      case QUEUED, FETCHING, CONVERTING -> PENDING;
      case SUCCEEDED, DEGRADED -> COMPLETED;
      case FAILED, SKIPPED, CANCELLED -> FAILED;
    };
  }

  /** How a job went that has come to its end, or how far it is; see the trace's workflow. */
  static String workflow(JobStatus job) {
    if (job.delivery() == DeliveryStatus.NONE) {
      return "conversion_only";
    }
    boolean lost = job.delivery() == DeliveryStatus.FAILED && job.state() != JobState.CANCELLED;
    return lost ? "conversion_and_drive_upload_failed" : "conversion_and_drive";
  }
}
