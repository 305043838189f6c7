package dev.deckmill.api.web.batch;

import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.job.JobDetails;

/**
 * How many of a job's files are where they are to be. Where the inherited API uploaded one file for
 * each page, here one deck holds them all: a page is uploaded when the deck with its slide is.
 *
 * @param total pages of the job
 * @param completed pages that are slides
 * @param failed pages that will be no slides
 * @param uploaded pages whose slide is in Drive
 * @param uploadFailed pages that will not come to Drive
 * @param percentage of pages for which nothing more will happen, 0 to 100, to one decimal
 */
record FileCounts(
    int total, int completed, int failed, int uploaded, int uploadFailed, double percentage) {
  static FileCounts of(JobDetails details) {
    Tally tally = details.tally();
    DeliveryStatus delivery =
        details.job().forDrive() ? details.job().status().delivery() : DeliveryStatus.NONE;
    int total = details.job().pages();
    int uploaded = delivery == DeliveryStatus.SUCCEEDED ? tally.slides() : 0;
    int uploadFailed = delivery == DeliveryStatus.FAILED ? total : tally.lost();
    int settled = delivery == DeliveryStatus.NONE ? tally.finished() : uploaded + uploadFailed;
    return new FileCounts(
        total, tally.slides(), tally.lost(), uploaded, uploadFailed, percent(settled, total));
  }

  /** Pages that may still come to Drive. */
  int uploadPending() {
    return total - uploaded - uploadFailed;
  }

  private static double percent(int part, int whole) {
    return Math.round(1000.0 * part / whole) / 10.0;
  }
}
