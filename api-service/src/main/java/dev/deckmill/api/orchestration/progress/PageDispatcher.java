package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.outbox.FetchOrder;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.store.page.PageStore;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.api.store.page.StoredPage;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Orders the pages that wait. Those that have no bytes are fetched first; of the others as many as
 * may be under way if the slides' size is known, else one whose result is to say it; when that
 * failed, the next one in its place.
 */
@Singleton
final class PageDispatcher {
  private final PageStore pages;
  private final Outbox outbox;
  private final PageRules rules;

  PageDispatcher(PageStore pages, Outbox outbox, PageRules rules) {
    this.pages = pages;
    this.outbox = outbox;
    this.rules = rules;
  }

  /**
   * Orders what can be ordered now.
   *
   * @param job a job whose slide size was open until now, whose pages were reopened or have results
   */
  void orderWaiting(Tx tx, Job job) {
    if (job.state().terminal()) {
      return;
    }
    fetch(tx, job, pages.toBeFetched(tx, job));
    List<StoredPage> waiting = pages.waiting(tx, job, rules.window());
    if (job.slideSize() != null) {
      order(tx, job, waiting);
    } else if (!waiting.isEmpty()
        && !pages.anyOpenBefore(tx, job, waiting.getFirst().progress().number())) {
      order(tx, job, waiting.subList(0, 1));
    }
  }

  private void fetch(Tx tx, Job job, List<StoredPage> missing) {
    pages.update(
        tx,
        job,
        missing.stream()
            .map(
                page ->
                    new PageUpdate(
                        page.progress().fetchOrdered(),
                        null,
                        null,
                        new PageUpdate.Due.In(rules.resendAfter())))
            .toList());
    outbox.fetch(
        tx,
        job,
        missing.stream()
            .map(
                page ->
                    new FetchOrder(
                        page.progress().number(),
                        page.progress().fetchOrdered().fetch(),
                        page.address(),
                        Duration.ZERO))
            .toList());
  }

  private void order(Tx tx, Job job, List<StoredPage> waiting) {
    pages.update(
        tx,
        job,
        waiting.stream()
            .map(
                page ->
                    new PageUpdate(
                        page.progress().ordered(),
                        null,
                        null,
                        new PageUpdate.Due.In(rules.resendAfter())))
            .toList());
    outbox.convert(
        tx,
        job,
        waiting.stream()
            .map(
                page ->
                    new PageOrder(
                        page.progress().number(),
                        page.progress().ordered().attempt(),
                        page.name(),
                        page.bytes(),
                        Duration.ZERO))
            .toList());
  }
}
