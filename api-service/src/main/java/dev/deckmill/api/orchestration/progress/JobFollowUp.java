package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.events.JobEventWriter;
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
  private final PageDispatcher dispatcher;
  private final JobEventWriter jobEvents;
  private final PublicEvents events;
  private final PageRules rules;

  JobFollowUp(
      TallyStore tallies,
      JobSteps steps,
      PageDispatcher dispatcher,
      JobEventWriter jobEvents,
      PublicEvents events,
      PageRules rules) {
    this.tallies = tallies;
    this.steps = steps;
    this.dispatcher = dispatcher;
    this.jobEvents = jobEvents;
    this.events = events;
    this.rules = rules;
  }

  void follow(Tx tx, List<PageBatch> batches) {
    if (batches.isEmpty()) {
      return;
    }
    Map<String, Tally> counted =
        tallies.of(tx, batches.stream().map(batch -> batch.before().id()).toList());
    for (PageBatch batch : batches) {
      Job job = batch.job();
      Tally tally = counted.getOrDefault(job.id(), Tally.NONE);
      jobEvents.pagesMoved(tx, job, batch.updates(), tally);
      events.pagesFinished(tx, job, batch.updates(), tally);
      JobMove move = JobMoves.pagesChanged(job, tally, firstFailure(tx, job, tally));
      steps.carryOut(tx, batch.before(), move, tally);
      if (batch.before().slideSize() == null || batch.hasArrivals() || hasWaiting(job, tally)) {
        dispatcher.orderWaiting(tx, move.job());
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
