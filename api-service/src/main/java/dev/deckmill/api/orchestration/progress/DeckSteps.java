package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.events.JobEventWriter;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.api.store.stage.StageStore;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckPackageFailed;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** What an answer about a deck means to its job, which the caller holds. */
@Singleton
final class DeckSteps {
  private final DeckStore decks;
  private final StageStore stages;
  private final StageRows rows;
  private final JobSteps steps;
  private final JobEventWriter jobEvents;

  DeckSteps(
      DeckStore decks,
      StageStore stages,
      StageRows rows,
      JobSteps steps,
      JobEventWriter jobEvents) {
    this.decks = decks;
    this.stages = stages;
    this.rows = rows;
    this.steps = steps;
    this.jobEvents = jobEvents;
  }

  void take(Tx tx, Job job, DeckMessage message, Tally tally) {
    switch (message) {
      case DeckPackaged packaged -> packaged(tx, job, packaged, tally);
      case DeckPackageFailed failed -> packageFailed(tx, job, failed.trouble(), tally);
      case DeckUploaded uploaded -> uploaded(tx, job, uploaded, tally);
      case DeckUploadFailed failed ->
          uploadFailed(tx, job, failed.attempts(), failed.trouble(), tally);
      case DeckUploadProgressed progress -> progressed(tx, job, progress);
      case PackageDeck order -> throw new IllegalArgumentException("an order is not an answer");
      case UploadDeck order -> throw new IllegalArgumentException("an order is not an answer");
    }
  }

  void packageFailed(Tx tx, Job job, Trouble trouble, Tally tally) {
    ended(tx, job, JobMoves.packageFailed(job, trouble), rows.packageFailed(job, trouble), tally);
  }

  void uploadFailed(Tx tx, Job job, int attempts, Trouble trouble, Tally tally) {
    ended(
        tx,
        job,
        JobMoves.uploadFailed(job, trouble),
        rows.uploadFailed(job, attempts, trouble),
        tally);
  }

  private void packaged(Tx tx, Job job, DeckPackaged packaged, Tally tally) {
    if (job.state() == JobState.PACKAGING) {
      decks.keep(tx, job, packaged.deck());
    }
    ended(tx, job, JobMoves.packaged(job, tally), rows.packaged(job, packaged), tally);
  }

  private void progressed(Tx tx, Job job, DeckUploadProgressed progress) {
    if (job.state() == JobState.DELIVERING || job.state() == JobState.CANCELLING) {
      decks.progressed(tx, job, progress);
      jobEvents.delivering(tx, job, progress.bytes(), progress.bytesInAll());
    }
  }

  private void uploaded(Tx tx, Job job, DeckUploaded uploaded, Tally tally) {
    if (job.state() == JobState.DELIVERING || job.state() == JobState.CANCELLING) {
      decks.delivered(tx, job, uploaded);
    }
    ended(tx, job, JobMoves.uploaded(job, tally), rows.uploaded(job, uploaded), tally);
  }

  /** A stage has ended, unless it comes too late to count. */
  private void ended(Tx tx, Job job, JobMove move, StageRow row, Tally tally) {
    if (!move.job().equals(job)) {
      stages.add(tx, job, List.of(row));
      steps.carryOut(tx, job, move, tally);
    }
  }
}
