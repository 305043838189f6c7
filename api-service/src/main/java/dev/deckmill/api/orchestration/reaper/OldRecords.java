package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.store.intake.IdempotencyStore;
import dev.deckmill.api.store.outbox.InboxStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Removes what is remembered of messages and idempotency keys that will not come again. */
@Singleton
final class OldRecords implements Sweep {
  private final WorkerDatabase database;
  private final InboxStore inbox;
  private final IdempotencyStore keys;
  private final Duration rememberMessages;
  private final Duration rememberKeys;

  OldRecords(WorkerDatabase database, InboxStore inbox, IdempotencyStore keys, ApiConfig config) {
    this.database = database;
    this.inbox = inbox;
    this.keys = keys;
    this.rememberMessages = config.reaper().rememberMessages();
    this.rememberKeys = config.reaper().rememberKeys();
  }

  @Override
  public int attend() {
    return database.inTransaction(
        tx -> inbox.forget(tx, rememberMessages) + keys.forget(tx, rememberKeys));
  }
}
