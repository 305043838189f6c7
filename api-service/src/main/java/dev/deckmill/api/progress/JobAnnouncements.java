package dev.deckmill.api.progress;

import dev.deckmill.api.event.JobNews;
import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.Tally;
import dev.deckmill.api.outbox.PublicEvents;
import dev.deckmill.api.store.TallyStore;
import dev.deckmill.api.store.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells that a job has moved. */
@Singleton
final class JobAnnouncements {
  private final TallyStore tallies;
  private final PublicEvents events;
  private final JobNews news;

  JobAnnouncements(TallyStore tallies, PublicEvents events, JobNews news) {
    this.tallies = tallies;
    this.events = events;
    this.news = news;
  }

  /** To other systems. */
  void toOthers(Tx tx, Job job, Tally before) {
    events.announce(tx, job, countedAgain(tx, job, before));
  }

  /** To those who follow the job over HTTP. */
  void toFollowers(Tx tx, Job job, Tally before) {
    news.moved(tx, job, countedAgain(tx, job, before));
  }

  private Tally countedAgain(Tx tx, Job job, Tally before) {
    return before.open() == 0 && job.state().terminal()
        ? before
        : tallies.of(tx, List.of(job.id())).getOrDefault(job.id(), before);
  }
}
