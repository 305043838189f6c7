package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.events.JobNews;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMove;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.JobState;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.deck.DeckStore;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.outbox.InboxStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
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
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Moves jobs by what is told about their decks. */
@Singleton
final class DeckProgress {
  private static final Logger LOG = Logger.getLogger(DeckProgress.class);

  private final WorkerDatabase database;
  private final InboxStore inbox;
  private final JobStore jobs;
  private final DeckStore decks;
  private final StageStore stages;
  private final StageRows rows;
  private final TallyStore tallies;
  private final JobSteps steps;
  private final JobNews news;

  DeckProgress(
      WorkerDatabase database,
      InboxStore inbox,
      JobStore jobs,
      DeckStore decks,
      StageStore stages,
      StageRows rows,
      TallyStore tallies,
      JobSteps steps,
      JobNews news) {
    this.database = database;
    this.inbox = inbox;
    this.jobs = jobs;
    this.decks = decks;
    this.stages = stages;
    this.rows = rows;
    this.tallies = tallies;
    this.steps = steps;
    this.news = news;
  }

  /** Takes in one answer; one that was heard before, or comes late, is dropped. */
  void hear(Received<DeckMessage> heard) {
    DeckMessage message = heard.body();
    database.useTransaction(
        tx -> {
          Job job = jobs.hold(tx, List.of(message.jobId())).get(message.jobId());
          if (job == null || !job.tenant().equals(message.tenant())) {
            LOG.warnf("Dropped a message about unknown job %s", message.jobId());
            return;
          }
          String topic = MessageType.of(message).topic();
          InboxStore.Entry entry = new InboxStore.Entry(heard.id(), message.tenant());
          if (isOfNoConsequence(message) || !inbox.keepNew(tx, topic, List.of(entry)).isEmpty()) {
            apply(tx, job, message);
          }
        });
  }

  /** Heard twice, it says the same: not worth a row for each. */
  private static boolean isOfNoConsequence(DeckMessage message) {
    return message instanceof DeckUploadProgressed;
  }

  private void apply(Tx tx, Job job, DeckMessage message) {
    if (!message.isOfRun(job.status().run())) {
      LOG.infof("Dropped an answer to an order of an earlier run of job %s", job.id());
      return;
    }
    Tally tally = tally(tx, job);
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

  /** The deck of a held job can't be made. */
  void packageFailed(Tx tx, Job job, Trouble trouble) {
    packageFailed(tx, job, trouble, tally(tx, job));
  }

  /** The deck of a held job can't be delivered: no attempt was made. */
  void uploadFailed(Tx tx, Job job, Trouble trouble) {
    uploadFailed(tx, job, 0, trouble, tally(tx, job));
  }

  private Tally tally(Tx tx, Job job) {
    return tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), Tally.NONE);
  }

  private void packageFailed(Tx tx, Job job, Trouble trouble, Tally tally) {
    ended(tx, job, JobMoves.packageFailed(job, trouble), rows.packageFailed(job, trouble), tally);
  }

  private void uploadFailed(Tx tx, Job job, int attempts, Trouble trouble, Tally tally) {
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
      news.delivering(tx, job, progress.bytes(), progress.bytesInAll());
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
