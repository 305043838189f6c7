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

/** Makes a batch of each job that results are about, and writes its pages. */
@Singleton
final class PageBatches {
  private static final Logger LOG = Logger.getLogger(PageBatches.class);

  private final PageStore pages;
  private final StageStore stages;
  private final Outbox outbox;
  private final PageRules rules;
  private final PageMeters meters;

  PageBatches(
      PageStore pages, StageStore stages, Outbox outbox, PageRules rules, PageMeters meters) {
    this.meters = meters;
    this.pages = pages;
    this.stages = stages;
    this.outbox = outbox;
    this.rules = rules;
  }

  /** Returns the batches in which anything has changed, written. */
  List<PageBatch> apply(Tx tx, Map<String, Job> held, Collection<PageResult> results) {
    Map<String, List<StoredPage>> stored = load(tx, results);
    List<PageBatch> batches = new ArrayList<>();
    results.stream()
        .collect(groupingBy(PageResult::jobId))
        .forEach(
            (jobId, ofJob) -> {
              Job job = held.get(jobId);
              if (job == null) {
                LOG.warnf("Dropped %d results of pages of unknown job %s", ofJob.size(), jobId);
              } else {
                batches.add(batch(job, stored.getOrDefault(jobId, List.of()), ofJob));
              }
            });
    batches.removeIf(PageBatch::unchanged);
    batches.forEach(batch -> write(tx, batch));
    return batches;
  }

  private Map<String, List<StoredPage>> load(Tx tx, Collection<PageResult> results) {
    List<PageStore.Key> keys =
        results.stream()
            .map(result -> new PageStore.Key(result.jobId(), result.page()))
            .distinct()
            .toList();
    return pages.load(tx, keys).stream().collect(groupingBy(StoredPage::jobId));
  }

  private PageBatch batch(Job job, List<StoredPage> stored, List<PageResult> results) {
    PageBatch batch = new PageBatch(rules, job, stored);
    for (PageResult result : results) {
      if (!result.tenant().equals(job.tenant()) || !batch.apply(result.page(), result.event())) {
        LOG.warnf("Dropped a result of unknown page %d of %s", result.page(), job.id());
      }
    }
    return batch;
  }

  private void write(Tx tx, PageBatch batch) {
    Job job = batch.job();
    pages.update(tx, job, batch.updates());
    stages.add(tx, job, batch.stageRows());
    outbox.convert(tx, job, batch.orders());
    outbox.fetch(tx, job, batch.fetches());
    meters.settled(tx, batch.updates());
  }
}
