package dev.deckmill.api.web.batch;

import dev.deckmill.api.orchestration.job.PreviewTime;
import org.jspecify.annotations.Nullable;

/** Pictures of slides in the inherited API's words. */
final class BatchPreviews {
  private BatchPreviews() {}

  /** What {@code generate_previews} stands for: true, as it was, if it is left out. */
  static PreviewTime time(@Nullable Boolean generatePreviews) {
    return Boolean.FALSE.equals(generatePreviews)
        ? PreviewTime.WHEN_VIEWED
        : PreviewTime.AFTER_DECK;
  }

  /** Where a page's picture is, at this service. */
  static String address(String jobId, int page) {
    return "/v1/jobs/" + jobId + "/pages/" + page + "/preview";
  }
}
