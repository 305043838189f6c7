package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.page.PageStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** What a move of a job asks for with its pages. */
@Singleton
final class PageSteps {
  private static final Set<PageState> LOST =
      EnumSet.of(PageState.FAILED, PageState.SKIPPED, PageState.CANCELLED);

  private final PageStore pages;
  private final OutboxStore rows;
  private final PageDispatcher dispatcher;

  PageSteps(PageStore pages, OutboxStore rows, PageDispatcher dispatcher) {
    this.pages = pages;
    this.rows = rows;
    this.dispatcher = dispatcher;
  }

  void repeatLost(Tx tx, Job job) {
    repeat(tx, job, LOST);
  }

  void repeatAll(Tx tx, Job job) {
    repeat(tx, job, EnumSet.allOf(PageState.class));
  }

  private void repeat(Tx tx, Job job, Set<PageState> states) {
    pages.reopen(tx, job, states);
    dispatcher.orderWaiting(tx, job);
  }

  /** Ends pages that are not at their end, and takes their orders back. */
  void endOpen(Tx tx, Job job, PageState end) {
    pages.endOpen(tx, job, end);
    rows.withdraw(tx, job.tenant(), job.id());
  }
}
