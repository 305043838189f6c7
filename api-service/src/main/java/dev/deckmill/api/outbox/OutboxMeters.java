package dev.deckmill.api.outbox;

import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.outbox.DeadRowStore;
import dev.deckmill.api.store.outbox.OutboxStore;
import dev.deckmill.api.store.outbox.OutboxStore.Backlog;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.service.loop.BackgroundLoops;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Measures how much is still to be sent. Looked up by the clock, and not when somebody asks:
 * metrics are to be had while the database is away, which is when they are wanted. Of several
 * replicas each says the same.
 */
@Singleton
final class OutboxMeters {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final RolesConfig roles;
  private final WorkerDatabase database;
  private final OutboxStore rows;
  private final MeterRegistry registry;
  private final DeadRowStore deadRows;
  private final BackgroundLoops loops;
  private volatile Backlog backlog = Backlog.NONE;
  private volatile long dead;

  OutboxMeters(
      RolesConfig roles,
      WorkerDatabase database,
      OutboxStore rows,
      DeadRowStore deadRows,
      MeterRegistry registry,
      BackgroundLoops loops) {
    this.roles = roles;
    this.database = database;
    this.rows = rows;
    this.deadRows = deadRows;
    this.registry = registry;
    this.loops = loops;
  }

  void register(@Observes StartupEvent event) {
    if (roles.api()) {
      Gauge.builder("deckmill.outbox.age", () -> backlog.oldest().toMillis() / 1e3)
          .description("How long the oldest message that is due has waited for the relay")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("deckmill.outbox.rows", () -> backlog.rows())
          .description("Messages that are due and not sent yet")
          .register(registry);
      Gauge.builder("deckmill.outbox.dead.rows", () -> dead)
          .description("Messages that can never be sent and wait for an operator")
          .register(registry);
      loops.startEvery("outbox-meters", EVERY, this::look);
    }
  }

  void look() {
    backlog = database.inTransaction(rows::backlog);
    dead = database.inTransaction(deadRows::count);
  }
}
