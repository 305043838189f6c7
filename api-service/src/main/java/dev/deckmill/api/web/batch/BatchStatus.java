package dev.deckmill.api.web.batch;

import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.PageState;
import org.jspecify.annotations.Nullable;

/** How the inherited API calls our states. */
final class BatchStatus {
  static final String CREATED = "created";
  static final String PROCESSING = "processing";
  static final String UPLOADING = "uploading";
  static final String COMPLETED = "completed";
  static final String FAILED = "failed";
  static final String PENDING = "pending";

  private static final String EXPORTING = "exporting_to_slides";
  private static final String EXPORT_FAILED = "completed_slides_export_failed";
  private static final String UPLOAD_FAILED = "completed_upload_failed";

  private BatchStatus() {}

  /**
   * A job's: one whose deck is there has completed, wherever the deck was to go. With an export to
   * Google Slides, that is what the way to Drive is called.
   */
  static String of(Job job) {
    return switch (job.state()) {
      case QUEUED -> CREATED;
      case FETCHING, CONVERTING, PACKAGING -> PROCESSING;
      case DELIVERING, CANCELLING -> exports(job) ? EXPORTING : UPLOADING;
      case SUCCEEDED, SUCCEEDED_WITH_WARNINGS, PARTIALLY_SUCCEEDED ->
          job.status().delivery() == DeliveryStatus.FAILED
              ? exports(job) ? EXPORT_FAILED : UPLOAD_FAILED
              : COMPLETED;
      case FAILED, CANCELLED -> FAILED;
    };
  }

  private static boolean exports(Job job) {
    return job.request().delivery().options().wantsGoogleSlides();
  }

  /** An export's to Google Slides; null where there is none. */
  static @Nullable String slides(Job job) {
    return exports(job) ? of(job.status().delivery()) : null;
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
  static String workflow(Job job) {
    DeliveryStatus delivery = job.status().delivery();
    if (delivery == DeliveryStatus.NONE) {
      return "conversion_only";
    }
    boolean lost = delivery == DeliveryStatus.FAILED && job.state() != JobState.CANCELLED;
    if (exports(job)) {
      return lost ? "conversion_and_slides_export_failed" : "conversion_and_slides_export";
    }
    return lost ? "conversion_and_drive_upload_failed" : "conversion_and_drive";
  }
}
