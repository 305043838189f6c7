package dev.deckmill.tracestore.otlp;

import dev.deckmill.service.loop.BackgroundLoops;
import dev.deckmill.tracestore.store.SpanDatabase;
import dev.deckmill.tracestore.store.SpanDays;
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

  private final boolean enabled;
  private final SpanDays days;
  private final SpanDatabase database;
  private final BackgroundLoops loops;
  private final int keepDays;

  SpanRetention(SpanDays days, SpanDatabase database, BackgroundLoops loops, SpansConfig config) {
    this.enabled = config.enabled();
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
    if (enabled) {
      keep();
      loops.startEvery("span-retention", EVERY, this::keep);
    }
  }

  void keep() {
    database.useTransaction(tx -> days.keep(tx, keepDays));
  }
}
