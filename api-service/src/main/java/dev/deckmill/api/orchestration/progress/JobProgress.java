package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageResult;
import dev.deckmill.api.orchestration.preview.PreviewResults;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.outbox.InboxStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.message.PreviewMessage;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Moves pages, and through them their jobs, by the results that come in. */
@Singleton
public final class JobProgress {
  private final WorkerDatabase database;
  private final InboxStore inbox;
  private final JobStore jobs;
  private final PageBatches batches;
  private final JobFollowUp followUp;
  private final PreviewResults previews;
  private final DeckOrders decks;

  JobProgress(
      WorkerDatabase database,
      InboxStore inbox,
      JobStore jobs,
      PageBatches batches,
      JobFollowUp followUp,
      PreviewResults previews,
      DeckOrders decks) {
    this.database = database;
    this.inbox = inbox;
    this.jobs = jobs;
    this.batches = batches;
    this.followUp = followUp;
    this.previews = previews;
    this.decks = decks;
  }

  /** Takes in results of pages, many in one transaction; those received before are dropped. */
  void apply(List<Received<PageMessage>> results) {
    Set<String> jobIds = new HashSet<>();
    results.forEach(received -> jobIds.add(received.body().jobId()));
    database.useTransaction(
        tx -> {
          Map<String, Job> held = jobs.hold(tx, jobIds);
          List<PageResult> moves = new ArrayList<>();
          List<PreviewMessage> pictures = new ArrayList<>();
          for (PageMessage message : notHeardBefore(tx, results)) {
            if (message instanceof PreviewMessage preview) {
              pictures.add(preview);
            } else {
              moves.addAll(PageResult.of(message));
            }
          }
          LostAttempts.record(applied(tx, held, moves), results);
          previews.apply(tx, held, pictures);
          pictures.stream()
              .map(PreviewMessage::jobId)
              .distinct()
              .map(held::get)
              .filter(Objects::nonNull)
              .forEach(job -> decks.picturesCame(tx, job));
        });
  }

  private List<PageMessage> notHeardBefore(Tx tx, List<Received<PageMessage>> results) {
    List<InboxStore.Entry> entries =
        results.stream()
            .map(received -> new InboxStore.Entry(received.id(), received.body().tenant()))
            .toList();
    Set<String> fresh = new HashSet<>(inbox.keepNew(tx, Topics.PAGE_RESULT, entries));
    return results.stream()
        .filter(received -> fresh.remove(received.id()))
        .map(Received::body)
        .toList();
  }

  /**
   * Applies what became known of pages of jobs that the caller holds.
   *
   * @param held the jobs by id
   */
  public void apply(Tx tx, Map<String, Job> held, Collection<PageResult> results) {
    applied(tx, held, results);
  }

  private List<PageBatch> applied(Tx tx, Map<String, Job> held, Collection<PageResult> results) {
    List<PageBatch> changed = batches.apply(tx, held, results);
    followUp.follow(tx, changed);
    return changed;
  }
}
