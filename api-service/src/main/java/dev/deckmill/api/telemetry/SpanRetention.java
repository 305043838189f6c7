package dev.deckmill.api.telemetry;

import dev.deckmill.api.RolesConfig;
import dev.deckmill.api.store.WorkerDatabase;
import dev.deckmill.api.store.span.SpanDays;
import dev.deckmill.service.loop.BackgroundLoops;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Has the tables of the coming days made, and those of days that are long past dropped. */
@Singleton
final class SpanRetention {
  private static final int BEFORE_SPANS_COME = 1;

  /** Often enough that a day's table is there long before the day is. */
  private static final Duration EVERY = Duration.ofHours(1);

  private final RolesConfig roles;
  private final SpanDays days;
  private final WorkerDatabase database;
  private final BackgroundLoops loops;
  private final int keepDays;

  SpanRetention(
      RolesConfig roles,
      SpanDays days,
      WorkerDatabase database,
      BackgroundLoops loops,
      SpansConfig config) {
    this.roles = roles;
    this.days = days;
    this.database = database;
    this.loops = loops;
    this.keepDays = config.keepDays();
    if (keepDays < 1) {
      throw new IllegalArgumentException(
          "deckmill.spans.keep-days is %d; spans are kept for at least 1 day".formatted(keepDays));
    }
  }

  void begin(@Observes @Priority(BEFORE_SPANS_COME) StartupEvent event) {
    if (roles.api()) {
      keep();
      loops.startEvery("span-retention", EVERY, this::keep);
    }
  }

  void keep() {
    database.useTransaction(tx -> days.keep(tx, keepDays));
  }
}
