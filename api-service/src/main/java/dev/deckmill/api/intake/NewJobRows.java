package dev.deckmill.api.intake;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.outbox.FetchOrder;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.page.NewPage;
import dev.deckmill.api.store.page.PageStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a new job, its pages and the orders that follow from them. */
@Singleton
final class NewJobRows {
  private final JobStore jobs;
  private final PageStore pages;
  private final Outbox outbox;
  private final PublicEvents events;
  private final Duration jobDeadline;
  private final Duration resendAfter;
  private final int window;

  NewJobRows(
      JobStore jobs,
      PageStore pages,
      Outbox outbox,
      PublicEvents events,
      Limits limits,
      ApiConfig config) {
    this.jobs = jobs;
    this.pages = pages;
    this.outbox = outbox;
    this.events = events;
    this.jobDeadline = limits.jobDeadline();
    this.resendAfter = config.reaper().resendAfter();
    this.window = config.dispatch().window();
  }

  /**
   * Orders as many pages as may be under way; with a slide size that the first slide is to say, the
   * first page alone. {@code progress} orders the others.
   */
  void write(Tx tx, Job job, InputStorage.Stored stored) {
    int ordered = job.slideSize() == null ? 1 : window;
    List<NewPage> rows = stored.pages().stream().map(page -> row(page, ordered)).toList();
    jobs.insert(tx, job, stored.blobKey(), jobDeadline);
    pages.insertAll(tx, job, rows, resendAfter);
    events.announce(tx, job, new Tally(rows.size(), 0, 0, 0, 0, 0));
    outbox.fetch(tx, job, rows.stream().flatMap(page -> fetch(page).stream()).toList());
    outbox.convert(tx, job, rows.stream().flatMap(page -> convert(page).stream()).toList());
  }

  private static NewPage row(ReceivedPage page, int ordered) {
    return new NewPage(
        page.number(),
        page.name(),
        page.source(),
        page.url(),
        page.url() == null && page.number() <= ordered ? 1 : 0);
  }

  private static Optional<FetchOrder> fetch(NewPage page) {
    return Optional.ofNullable(page.url())
        .map(url -> new FetchOrder(page.number(), page.fetch(), url, Duration.ZERO));
  }

  private static Optional<PageOrder> convert(NewPage page) {
    return page.attempt() == 0
        ? Optional.empty()
        : Optional.ofNullable(page.source())
            .map(source -> new PageOrder(page.number(), 1, page.name(), source, Duration.ZERO));
  }
}
