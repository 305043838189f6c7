package dev.deckmill.api.orchestration.lifecycle;

import dev.deckmill.api.intake.Quota;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.RetryScope;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.orchestration.progress.JobSteps;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;
import java.util.List;

/** Has jobs at their end go on in another run. */
@Singleton
public final class JobRetry {
  private final AppDatabase database;
  private final HeldJob held;
  private final Quota quota;
  private final JobSteps steps;
  private final TallyStore tallies;
  private final JobReader reader;

  JobRetry(
      AppDatabase database,
      HeldJob held,
      Quota quota,
      JobSteps steps,
      TallyStore tallies,
      JobReader reader) {
    this.database = database;
    this.held = held;
    this.quota = quota;
    this.steps = steps;
    this.tallies = tallies;
    this.reader = reader;
  }

  /**
   * Begins another run of a job.
   *
   * @throws Refusal if there is no such job, it is under way, or has nothing of that kind to do
   */
  public JobDetails retry(Caller caller, String id, RetryScope scope) {
    return database.as(
        caller.tenant(),
        tx -> {
          Job job = held.of(tx, caller, id);
          refuseUnderWay(job);
          Tally tally = tallies.of(tx, List.of(id)).getOrDefault(id, Tally.NONE);
          JobMove move = JobMoves.repeated(job, tally, scope);
          if (move.job().equals(job)) {
            throw nothing(scope);
          }
          // Before anything is done: what follows also writes the list of a deck's slides.
          quota.check(tx, job);
          steps.carryOut(tx, job, move, tally);
          held.note(caller, "job.retry", job, scope.wireName());
          return reader.find(tx, caller.tenant(), id).orElseThrow();
        });
  }

  private static void refuseUnderWay(Job job) {
    if (!job.state().terminal()) {
      throw Refusal.of(
          ErrorType.JOB_RUNNING,
          "The job is %s. Retry it when it has come to its end, or cancel it first."
              .formatted(job.state().wireName()));
    }
  }

  private static Refusal nothing(RetryScope scope) {
    return Refusal.of(
        ErrorType.NOTHING_TO_RETRY,
        switch (scope) {
          case FAILED_PAGES ->
              "Every page is a slide and the deck is there. scope=all has all of it done again.";
          case DELIVERY ->
              "There is no delivery that failed with its deck at hand. scope=failed_pages makes a"
                  + " missing deck, and delivers it.";
          case ALL -> "The job has no pages.";
        });
  }
}
