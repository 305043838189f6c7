package dev.deckmill.api.progress;

import static java.util.stream.Collectors.groupingBy;

import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.PageEvent;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.store.PageStore;
import dev.deckmill.api.store.StageStore;
import dev.deckmill.api.store.StoredPage;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Does one round for each job that a batch of messages is about, and writes the pages. */
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
  List<PageRound> apply(Tx tx, Map<String, Job> held, Collection<? extends PageMessage> messages) {
    Map<String, List<StoredPage>> stored = load(tx, messages);
    List<PageRound> rounds = new ArrayList<>();
    messages.stream()
        .collect(groupingBy(PageMessage::jobId))
        .forEach(
            (jobId, told) -> {
              Job job = held.get(jobId);
              if (job == null) {
                LOG.warnf("Dropped %d messages about unknown job %s", told.size(), jobId);
              } else {
                rounds.add(round(job, stored.getOrDefault(jobId, List.of()), told));
              }
            });
    rounds.removeIf(PageRound::unchanged);
    rounds.forEach(round -> write(tx, round));
    return rounds;
  }

  private Map<String, List<StoredPage>> load(Tx tx, Collection<? extends PageMessage> messages) {
    List<PageStore.Key> keys =
        messages.stream()
            .map(message -> new PageStore.Key(message.jobId(), message.page()))
            .distinct()
            .toList();
    return pages.load(tx, keys).stream().collect(groupingBy(StoredPage::jobId));
  }

  private PageRound round(Job job, List<StoredPage> stored, List<? extends PageMessage> told) {
    PageRound round = new PageRound(rules, job, stored);
    for (PageMessage message : told) {
      if (!message.tenant().equals(job.tenant())
          || !round.hear(message.page(), PageEvent.of(message))) {
        LOG.warnf("Dropped a message about unknown page %d of %s", message.page(), job.id());
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
