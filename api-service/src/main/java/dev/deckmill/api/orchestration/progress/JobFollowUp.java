package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.events.JobNews;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.OnPageError;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages' new states mean to their jobs. */
@Singleton
final class JobFollowUp {
  private final TallyStore tallies;
  private final JobSteps steps;
  private final Scout scout;
  private final JobNews news;
  private final PublicEvents events;
  private final PageRules rules;

  JobFollowUp(
      TallyStore tallies,
      JobSteps steps,
      Scout scout,
      JobNews news,
      PublicEvents events,
      PageRules rules) {
    this.tallies = tallies;
    this.steps = steps;
    this.scout = scout;
    this.news = news;
    this.events = events;
    this.rules = rules;
  }

  void follow(Tx tx, List<PageRound> rounds) {
    if (rounds.isEmpty()) {
      return;
    }
    Map<String, Tally> counted =
        tallies.of(tx, rounds.stream().map(round -> round.before().id()).toList());
    for (PageRound round : rounds) {
      Job job = round.job();
      Tally tally = counted.getOrDefault(job.id(), Tally.NONE);
      news.pagesMoved(tx, job, round.updates(), tally);
      events.pagesFinished(tx, job, round.updates(), tally);
      JobMove move = JobMoves.pagesChanged(job, tally, firstFailure(tx, job, tally));
      steps.carryOut(tx, round.before(), move, tally);
      if (round.before().slideSize() == null || round.hasArrivals() || hasWaiting(job, tally)) {
        scout.orderWaiting(tx, move.job());
      }
    }
  }

  /** Pages may wait for room among those under way. */
  private boolean hasWaiting(Job job, Tally tally) {
    return job.pages() > rules.window() && tally.queued() > 0;
  }

  /** Asked for only where it decides something. */
  private @Nullable Trouble firstFailure(Tx tx, Job job, Tally tally) {
    boolean decides = tally.open() == 0 || job.request().onPageError() == OnPageError.FAIL_JOB;
    return decides && tally.failed() > 0
        ? tallies.firstFailure(tx, job.tenant(), job.id()).orElse(null)
        : null;
  }
}
