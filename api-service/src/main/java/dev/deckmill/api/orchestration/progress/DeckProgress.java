package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.outbox.InboxStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Moves jobs by the results of packaging and delivery. */
@Singleton
final class DeckProgress {
  private static final Logger LOG = Logger.getLogger(DeckProgress.class);

  private final WorkerDatabase database;
  private final InboxStore inbox;
  private final JobStore jobs;
  private final TallyStore tallies;
  private final DeckSteps steps;

  DeckProgress(
      WorkerDatabase database,
      InboxStore inbox,
      JobStore jobs,
      TallyStore tallies,
      DeckSteps steps) {
    this.database = database;
    this.inbox = inbox;
    this.jobs = jobs;
    this.tallies = tallies;
    this.steps = steps;
  }

  /** Takes in one answer; one that was received before, or comes late, is dropped. */
  void apply(Received<DeckMessage> received) {
    DeckMessage message = received.body();
    database.useTransaction(
        tx -> {
          Job job = jobs.hold(tx, List.of(message.jobId())).get(message.jobId());
          if (job == null || !job.tenant().equals(message.tenant())) {
            LOG.warnf("Dropped a message about unknown job %s", message.jobId());
            return;
          }
          String topic = MessageType.of(message).topic();
          InboxStore.Entry entry = new InboxStore.Entry(received.id(), message.tenant());
          if (isOfNoConsequence(message) || !inbox.keepNew(tx, topic, List.of(entry)).isEmpty()) {
            apply(tx, job, message);
          }
        });
  }

  /** Received twice, it says the same: not worth a row for each. */
  private static boolean isOfNoConsequence(DeckMessage message) {
    return message instanceof DeckUploadProgressed;
  }

  private void apply(Tx tx, Job job, DeckMessage message) {
    if (!message.isOfRun(job.status().run())) {
      LOG.infof("Dropped an answer to an order of an earlier run of job %s", job.id());
      return;
    }
    steps.take(tx, job, message, tally(tx, job));
  }

  /** The deck of a held job can't be made. */
  void packageFailed(Tx tx, Job job, Trouble trouble) {
    steps.packageFailed(tx, job, trouble, tally(tx, job));
  }

  /** The deck of a held job can't be delivered: no attempt was made. */
  void uploadFailed(Tx tx, Job job, Trouble trouble) {
    steps.uploadFailed(tx, job, 0, trouble, tally(tx, job));
  }

  private Tally tally(Tx tx, Job job) {
    return tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), Tally.NONE);
  }
}
