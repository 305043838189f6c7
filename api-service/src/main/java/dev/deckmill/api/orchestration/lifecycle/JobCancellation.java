package dev.deckmill.api.orchestration.lifecycle;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.orchestration.progress.JobSteps;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;
import java.util.List;

/** Cancels jobs. */
@Singleton
public final class JobCancellation {
  private final AppDatabase database;
  private final HeldJob held;
  private final JobSteps steps;
  private final TallyStore tallies;
  private final JobReader reader;
  private final DeckStore decks;

  JobCancellation(
      AppDatabase database,
      HeldJob held,
      JobSteps steps,
      TallyStore tallies,
      JobReader reader,
      DeckStore decks) {
    this.database = database;
    this.held = held;
    this.steps = steps;
    this.tallies = tallies;
    this.reader = reader;
    this.decks = decks;
  }

  /**
   * Cancels a job; done again, it changes nothing. The job is {@code cancelled} afterwards, and
   * then no upload of it will ever begin; or it is {@code cancelling}, because its upload was
   * ordered.
   *
   * @throws Refusal if there is no such job, or it has come to another end
   */
  public JobDetails cancel(Caller caller, String id) {
    return database.as(
        caller.tenant(),
        tx -> {
          Job job = held.of(tx, caller, id);
          refuseOtherEnd(job);
          JobMove move =
              decks.isOrdered(tx, job, DeckStore.Order.UPLOAD)
                  ? JobMoves.cancelled(job)
                  : JobMoves.cancelledBeforeUpload(job);
          if (!move.job().equals(job)) {
            Tally tally = tallies.of(tx, List.of(id)).getOrDefault(id, Tally.NONE);
            steps.carryOut(tx, job, move, tally);
            held.note(caller, "job.cancel", job, move.job().state().wireName());
          }
          return reader.find(tx, caller.tenant(), id).orElseThrow();
        });
  }

  private static void refuseOtherEnd(Job job) {
    if (job.state().terminal() && job.state() != JobState.CANCELLED) {
      throw Refusal.of(
          ErrorType.JOB_FINISHED,
          "The job is %s; there is nothing left to cancel. DELETE removes it."
              .formatted(job.state().wireName()));
    }
  }
}
