package dev.deckmill.api.orchestration.progress;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.deckmill.api.orchestration.job.PageState;
import dev.deckmill.api.store.page.PageUpdate;
import dev.deckmill.service.sql.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Counts pages by what became of them. */
@Singleton
final class PageMeters {
  private final MeterRegistry registry;

  PageMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts those that are settled, once that is committed: a transaction may be done again. */
  void settled(Tx tx, List<PageUpdate> updates) {
    Map<PageState, Long> outcomes =
        updates.stream()
            .map(update -> update.progress().state())
            .filter(PageState::finished)
            .collect(groupingBy(state -> state, counting()));
    if (!outcomes.isEmpty()) {
      tx.afterCommit(() -> outcomes.forEach(this::count));
    }
  }

  private void count(PageState outcome, long pages) {
    Counter.builder("deckmill.pages")
        .description("Pages that are settled, by what became of them")
        .tag("outcome", outcome.wireName())
        .register(registry)
        .increment((double) pages);
  }
}
