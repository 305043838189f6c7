package dev.deckmill.api.orchestration.reaper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.page.JobPreviews;
import dev.deckmill.api.store.page.JobPreviews.Lost;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Pictures that were ordered and never answered. They are ordered again, or those that the job's
 * others wait for would never come; a few times, each after twice the time, because the first order
 * may only be waiting. Of two answers the second is dropped.
 */
@Singleton
final class LostPreviews implements Sweep {
  private static final Logger LOG = Logger.getLogger(LostPreviews.class);
  private static final int JOBS_AT_ONCE = 20;
  private static final int MOST_ORDERS = 5;

  private final WorkerDatabase database;
  private final JobStore jobs;
  private final JobPreviews previews;
  private final Outbox outbox;
  private final Duration resendAfter;

  LostPreviews(
      WorkerDatabase database,
      JobStore jobs,
      JobPreviews previews,
      Outbox outbox,
      ApiConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.previews = previews;
    this.outbox = outbox;
    this.resendAfter = config.reaper().resendAfter();
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  private int attend(Tx tx) {
    List<String> found = previews.jobsWithLost(tx, MOST_ORDERS, resendAfter, JOBS_AT_ONCE);
    return jobs.hold(tx, found).values().stream().mapToInt(job -> orderAgain(tx, job)).sum();
  }

  private int orderAgain(Tx tx, Job job) {
    List<Lost> lost = previews.orderAgain(tx, job, MOST_ORDERS, resendAfter);
    if (!lost.isEmpty()) {
      LOG.warnf("%d previews of %s were not answered and are ordered again", lost.size(), job.id());
    }
    lost.stream()
        .collect(groupingBy(Lost::width, mapping(LostPreviews::order, toList())))
        .forEach((width, orders) -> outbox.preview(tx, job, orders, width));
    return lost.size();
  }

  private static PageOrder order(Lost lost) {
    JobPreviews.Slide slide = lost.slide();
    return new PageOrder(
        slide.number(), slide.attempt(), slide.name(), slide.source(), Duration.ZERO);
  }
}
