package dev.deckmill.api.orchestration.progress;

import dev.deckmill.api.events.JobEventWriter;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** Announces that a job has moved. */
@Singleton
final class JobAnnouncements {
  private final TallyStore tallies;
  private final PublicEvents events;
  private final JobEventWriter jobEvents;

  JobAnnouncements(TallyStore tallies, PublicEvents events, JobEventWriter jobEvents) {
    this.tallies = tallies;
    this.events = events;
    this.jobEvents = jobEvents;
  }

  /** To other systems. */
  void toOthers(Tx tx, Job job, Tally before) {
    events.announce(tx, job, countedAgain(tx, job, before));
  }

  /** To those who follow the job over HTTP. */
  void toFollowers(Tx tx, Job job, Tally before) {
    jobEvents.moved(tx, job, countedAgain(tx, job, before));
  }

  private Tally countedAgain(Tx tx, Job job, Tally before) {
    return before.open() == 0 && job.state().terminal()
        ? before
        : tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), before);
  }
}
