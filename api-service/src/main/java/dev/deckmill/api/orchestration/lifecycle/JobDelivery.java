package dev.deckmill.api.orchestration.lifecycle;

import dev.deckmill.api.intake.FolderPattern;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.PreviewTime;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.orchestration.preview.PreviewOrders;
import dev.deckmill.api.orchestration.progress.JobSteps;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Has decks delivered whose jobs were sent without a wish for it, or with another. */
@Singleton
public final class JobDelivery {
  private final AppDatabase database;
  private final HeldJob held;
  private final JobSteps steps;
  private final TallyStore tallies;
  private final JobReader reader;
  private final PreviewOrders pictures;

  JobDelivery(
      AppDatabase database,
      HeldJob held,
      JobSteps steps,
      TallyStore tallies,
      JobReader reader,
      PreviewOrders pictures) {
    this.database = database;
    this.held = held;
    this.steps = steps;
    this.tallies = tallies;
    this.reader = reader;
    this.pictures = pictures;
  }

  /**
   * Has a job's deck delivered, as soon as it is there. Asked again for the same folders, it
   * changes nothing: a deck comes to a place once.
   *
   * @param previews when pictures of its slides are to be drawn
   * @throws Refusal if there is no such job, or it is waiting, on its way to Drive, or without deck
   */
  public JobDetails deliver(Caller caller, String id, FolderPattern folder, PreviewTime previews) {
    return database.as(
        caller.tenant(),
        tx -> {
          Job before = held.of(tx, caller, id);
          Job job = previews == PreviewTime.AFTER_DECK ? before.withPreviews(previews) : before;
          refuseWhereThereIsNoDeck(job);
          JobMove move = JobMoves.deliveryAsked(job, folders(job, folder));
          if (!move.job().equals(before)) {
            Tally tally = tallies.of(tx, List.of(id)).getOrDefault(id, Tally.NONE);
            steps.carryOut(tx, before, move, tally);
            pictures.orderNext(tx, move.job());
          }
          if (!move.job().equals(job)) {
            held.note(caller, "job.deliver", job, move.job().state().wireName());
          }
          return reader.find(tx, caller.tenant(), id).orElseThrow();
        });
  }

  private static List<String> folders(Job job, FolderPattern folder) {
    return folder.expand(
        new FolderPattern.Values(
            LocalDate.now(ZoneOffset.UTC),
            job.id(),
            job.request().title(),
            job.tenant(),
            job.request().tag()));
  }

  private static void refuseWhereThereIsNoDeck(Job job) {
    switch (job.state()) {
      case QUEUED -> throw refusal("has not begun yet; ask again when it is being processed");
      case DELIVERING, CANCELLING -> throw refusal("is on its way to Drive already");
      case FAILED, CANCELLED -> throw refusal("has no deck; POST /v1/jobs/{id}:retry makes one");
      case FETCHING,
          CONVERTING,
          PACKAGING,
          SUCCEEDED,
          SUCCEEDED_WITH_WARNINGS,
          PARTIALLY_SUCCEEDED -> {}
    }
  }

  private static Refusal refusal(String why) {
    return Refusal.of(ErrorType.DELIVERY_STATE, "The job " + why + ".");
  }
}
