package dev.deckmill.api.orchestration.progress;

import static java.util.stream.Collectors.groupingBy;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.PageResult;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.store.page.PageStore;
import dev.deckmill.api.store.page.StoredPage;
import dev.deckmill.api.store.stage.StageStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Does one round for each job that a batch of results is about, and writes the pages. */
@Singleton
final class PageRounds {
  private static final Logger LOG = Logger.getLogger(PageRounds.class);

  private final PageStore pages;
  private final StageStore stages;
  private final Outbox outbox;
  private final PageRules rules;
  private final PageMeters meters;

  PageRounds(
      PageStore pages, StageStore stages, Outbox outbox, PageRules rules, PageMeters meters) {
    this.meters = meters;
    this.pages = pages;
    this.stages = stages;
    this.outbox = outbox;
    this.rules = rules;
  }

  /** Returns the rounds in which anything has changed, written. */
  List<PageRound> apply(Tx tx, Map<String, Job> held, Collection<PageResult> results) {
    Map<String, List<StoredPage>> stored = load(tx, results);
    List<PageRound> rounds = new ArrayList<>();
    results.stream()
        .collect(groupingBy(PageResult::jobId))
        .forEach(
            (jobId, told) -> {
              Job job = held.get(jobId);
              if (job == null) {
                LOG.warnf("Dropped %d results of pages of unknown job %s", told.size(), jobId);
              } else {
                rounds.add(round(job, stored.getOrDefault(jobId, List.of()), told));
              }
            });
    rounds.removeIf(PageRound::unchanged);
    rounds.forEach(round -> write(tx, round));
    return rounds;
  }

  private Map<String, List<StoredPage>> load(Tx tx, Collection<PageResult> results) {
    List<PageStore.Key> keys =
        results.stream()
            .map(result -> new PageStore.Key(result.jobId(), result.page()))
            .distinct()
            .toList();
    return pages.load(tx, keys).stream().collect(groupingBy(StoredPage::jobId));
  }

  private PageRound round(Job job, List<StoredPage> stored, List<PageResult> told) {
    PageRound round = new PageRound(rules, job, stored);
    for (PageResult result : told) {
      if (!result.tenant().equals(job.tenant()) || !round.hear(result.page(), result.event())) {
        LOG.warnf("Dropped a result of unknown page %d of %s", result.page(), job.id());
      }
    }
    return round;
  }

  private void write(Tx tx, PageRound round) {
    Job job = round.job();
    pages.update(tx, job, round.updates());
    stages.add(tx, job, round.stageRows());
    outbox.convert(tx, job, round.orders());
    outbox.fetch(tx, job, round.fetches());
    meters.settled(tx, round.updates());
  }
}
