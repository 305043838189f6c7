package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageEvent;
import dev.deckmill.api.orchestration.job.PageResult;
import dev.deckmill.api.outbox.UnsendableOrders;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.Message;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Ends pages and decks whose orders nobody will ever get, or they would be ordered again until
 * their job's time is over.
 */
@Singleton
final class FailedOrders implements UnsendableOrders {
  private final WorkerDatabase database;
  private final JobStore jobs;
  private final JobProgress pages;
  private final DeckProgress decks;

  FailedOrders(WorkerDatabase database, JobStore jobs, JobProgress pages, DeckProgress decks) {
    this.database = database;
    this.jobs = jobs;
    this.pages = pages;
    this.decks = decks;
  }

  @Override
  public void fail(Message message, Trouble why) {
    switch (MessageType.of(message)) {
      case CONVERT_PAGE -> failPage((ConvertPage) message, why);
      case FETCH_PAGE -> failPage((FetchPage) message, why);
      case PACKAGE_DECK -> inJob(message, (tx, job) -> decks.packageFailed(tx, job, why));
      case UPLOAD_DECK -> inJob(message, (tx, job) -> decks.uploadFailed(tx, job, why));
      // A picture is ordered a few times, and then done without.
      case PREVIEW_PAGE -> {}
      case PAGE_FETCH_STARTED,
          PAGE_FETCHED,
          PAGE_FETCH_FAILED,
          PAGE_STARTED,
          PAGE_SET_ASIDE,
          PAGE_CONVERTED,
          PAGE_FAILED,
          PAGE_PREVIEWED,
          PAGE_PREVIEW_FAILED,
          DECK_PACKAGED,
          DECK_PACKAGE_FAILED,
          DECK_UPLOAD_PROGRESSED,
          DECK_UPLOADED,
          DECK_UPLOAD_FAILED,
          JOB_CHANGED,
          JOB_ACCEPTED,
          JOB_REFUSED,
          PAGES_FINISHED,
          JOB_COMPLETED,
          JOB_FAILED -> {}
    }
  }

  private void failPage(ConvertPage order, Trouble why) {
    PageEvent failure = new PageEvent.Failed(order.attempt(), why, null);
    inJob(order, (tx, job) -> failPage(tx, job, order, failure));
  }

  private void failPage(FetchPage order, Trouble why) {
    PageEvent failure = new PageEvent.FetchFailed(order.attempt(), why, false, null);
    inJob(order, (tx, job) -> failPage(tx, job, order, failure));
  }

  private void inJob(Message order, BiConsumer<Tx, Job> end) {
    database.useTransaction(
        tx -> {
          Job job = jobs.hold(tx, List.of(order.jobId())).get(order.jobId());
          if (job != null && job.tenant().equals(order.tenant())) {
            end.accept(tx, job);
          }
        });
  }

  private void failPage(Tx tx, Job job, PageMessage order, PageEvent failure) {
    PageResult result = PageResult.of(job, order.page(), failure);
    pages.apply(tx, Map.of(job.id(), job), List.of(result));
  }
}
