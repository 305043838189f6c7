package dev.deckmill.api.orchestration.preview;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.orchestration.job.ConversionStatus;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.store.page.JobPreviews;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Orders the pictures of a job that wants them after its deck: some at first, and others as these
 * are answered, so that a giant's never fill the topic.
 */
@Singleton
public final class PreviewOrders {
  /** A converter draws one at a time: enough for as many converters. */
  private static final int UNDER_WAY = 16;

  private final JobPreviews previews;
  private final Outbox outbox;
  private final Duration resendAfter;

  PreviewOrders(JobPreviews previews, Outbox outbox, ApiConfig config) {
    this.previews = previews;
    this.outbox = outbox;
    this.resendAfter = config.reaper().resendAfter();
  }

  /** Orders as many as there is room for; none of a job that does not want them, or has no deck. */
  public void orderNext(Tx tx, Job job) {
    if (job.request().previews() == PreviewTime.AFTER_DECK
        && job.status().conversion() == ConversionStatus.SUCCEEDED) {
      List<PageOrder> orders =
          previews.orderMissing(tx, job, PagePreviews.WIDTH, UNDER_WAY, resendAfter).stream()
              .map(PreviewOrders::order)
              .toList();
      outbox.preview(tx, job, orders, PagePreviews.WIDTH);
    }
  }

  private static PageOrder order(JobPreviews.Slide slide) {
    return new PageOrder(
        slide.number(), slide.attempt(), slide.name(), slide.source(), Duration.ZERO);
  }
}
