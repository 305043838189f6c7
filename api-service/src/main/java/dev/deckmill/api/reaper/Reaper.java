package dev.deckmill.api.reaper;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.store.IdempotencyStore;
import dev.deckmill.api.store.InboxStore;
import dev.deckmill.api.store.WorkerDatabase;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Goes round in regular intervals. */
@Singleton
final class Reaper {
  private final OverduePages pages;
  private final LateJobs jobs;
  private final LostDeckOrders decks;
  private final LostPreviews previews;
  private final WaitingDeliveries deliveries;
  private final AbandonedIntakes intakes;
  private final ExpiredUploads uploads;
  private final RemovedJobs removed;
  private final WorkerDatabase database;
  private final InboxStore inbox;
  private final IdempotencyStore keys;
  private final Duration rememberMessages;
  private final Duration rememberKeys;

  Reaper(
      OverduePages pages,
      LateJobs jobs,
      LostDeckOrders decks,
      LostPreviews previews,
      WaitingDeliveries deliveries,
      AbandonedIntakes intakes,
      ExpiredUploads uploads,
      RemovedJobs removed,
      WorkerDatabase database,
      InboxStore inbox,
      IdempotencyStore keys,
      ApiConfig config) {
    this.pages = pages;
    this.jobs = jobs;
    this.decks = decks;
    this.previews = previews;
    this.deliveries = deliveries;
    this.intakes = intakes;
    this.uploads = uploads;
    this.removed = removed;
    this.database = database;
    this.inbox = inbox;
    this.keys = keys;
    this.rememberMessages = config.reaper().rememberMessages();
    this.rememberKeys = config.reaper().rememberKeys();
  }

  /** One round: until nothing is left to be found. */
  @Scheduled(
      every = "{deckmill.api.reaper.every}",
      delayed = "{deckmill.api.reaper.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void goRound() {
    while (jobs.attend() > 0
        || pages.attend() > 0
        || decks.attend() > 0
        || previews.attend() > 0
        || deliveries.attend() > 0
        || intakes.attend() > 0
        || uploads.attend() > 0
        || removed.attend() > 0) {
      // Each round ends or renews what it found, so that the next one finds other things.
    }
    database.useTransaction(
        tx -> {
          inbox.forget(tx, rememberMessages);
          keys.forget(tx, rememberKeys);
        });
  }
}
