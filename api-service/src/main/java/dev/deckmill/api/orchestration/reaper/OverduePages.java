package dev.deckmill.api.orchestration.reaper;

import static java.util.stream.Collectors.groupingBy;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageEvent;
import dev.deckmill.api.orchestration.job.PageResult;
import dev.deckmill.api.orchestration.progress.JobProgress;
import dev.deckmill.api.orchestration.progress.PageRules;
import dev.deckmill.api.outbox.FetchOrder;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.page.PageStore;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.api.store.page.StoredPage;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Pages from which something was expected by now. */
@Singleton
@Priority(Sweep.OVERDUE_PAGES)
final class OverduePages implements Sweep {
  private static final Logger LOG = Logger.getLogger(OverduePages.class);
  private static final int AT_ONCE = 200;

  private final WorkerDatabase database;
  private final JobStore jobs;
  private final PageStore pages;
  private final JobProgress progress;
  private final Outbox outbox;
  private final PageRules rules;

  OverduePages(
      WorkerDatabase database,
      JobStore jobs,
      PageStore pages,
      JobProgress progress,
      Outbox outbox,
      PageRules rules) {
    this.database = database;
    this.jobs = jobs;
    this.pages = pages;
    this.progress = progress;
    this.outbox = outbox;
    this.rules = rules;
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  private int attend(Tx tx) {
    Map<String, Job> held = jobs.hold(tx, pages.jobsWithOverdue(tx, AT_ONCE));
    List<StoredPage> overdue = pages.overdue(tx, held.keySet(), AT_ONCE);
    List<PageResult> lost = new ArrayList<>();
    for (Map.Entry<String, List<StoredPage>> entry :
        overdue.stream().collect(groupingBy(StoredPage::jobId)).entrySet()) {
      Job job = held.get(entry.getKey());
      List<StoredPage> begun = new ArrayList<>();
      List<StoredPage> notBegun = new ArrayList<>();
      entry
          .getValue()
          .forEach(page -> (page.begun() || page.fetchBegun() ? begun : notBegun).add(page));
      begun.forEach(page -> lost.add(page.begun() ? lost(job, page) : fetchLost(job, page)));
      sendAgain(tx, job, notBegun);
    }
    progress.apply(tx, held, lost);
    return overdue.size();
  }

  private static PageResult lost(Job job, StoredPage page) {
    int number = page.progress().number();
    int attempt = page.progress().attempt();
    LOG.warnf("Attempt %d at page %d of %s was never answered", attempt, number, job.id());
    Trouble trouble =
        new Trouble(
            ErrorType.PAGE_TIMEOUT,
            "The converter began the page and did not answer in time. Make the page simpler if this"
                + " happens to it again.");
    return PageResult.of(job, number, new PageEvent.Failed(attempt, trouble, null));
  }

  private static PageResult fetchLost(Job job, StoredPage page) {
    int number = page.progress().number();
    int attempt = page.progress().fetch();
    LOG.warnf("Fetching %d of page %d of %s was never answered", attempt, number, job.id());
    Trouble trouble =
        new Trouble(
            ErrorType.FETCH_CRASH,
            "The process that fetched the page never answered. Send the page itself if this happens to"
                + " it again.");
    return PageResult.of(job, number, new PageEvent.FetchFailed(attempt, trouble, true, null));
  }

  /**
   * The same attempt once more: should both orders be carried out, the second result is dropped.
   */
  private void sendAgain(Tx tx, Job job, List<StoredPage> notBegun) {
    if (notBegun.isEmpty()) {
      return;
    }
    LOG.warnf(
        "%d pages of %s were not begun; their orders are sent again", notBegun.size(), job.id());
    outbox.fetch(
        tx,
        job,
        notBegun.stream()
            .filter(page -> page.progress().toBeFetched())
            .map(
                page ->
                    new FetchOrder(
                        page.progress().number(),
                        page.progress().fetch(),
                        page.address(),
                        Duration.ZERO))
            .toList());
    outbox.convert(
        tx,
        job,
        notBegun.stream()
            .filter(page -> !page.progress().toBeFetched())
            .map(
                page ->
                    new PageOrder(
                        page.progress().number(),
                        page.progress().attempt(),
                        page.name(),
                        page.bytes(),
                        Duration.ZERO))
            .toList());
    pages.update(
        tx,
        job,
        notBegun.stream()
            .map(
                page ->
                    new PageUpdate(
                        page.progress(), null, null, new PageUpdate.Due.In(rules.resendAfter())))
            .toList());
  }
}
