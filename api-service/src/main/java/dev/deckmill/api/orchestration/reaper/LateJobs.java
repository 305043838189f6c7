package dev.deckmill.api.orchestration.reaper;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobMoves;
import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.api.orchestration.progress.JobSteps;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.store.job.TallyStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.logging.Logger;

/** Jobs that have taken longer than they may. */
@Singleton
@Priority(Sweep.LATE_JOBS)
final class LateJobs implements Sweep {
  private static final Logger LOG = Logger.getLogger(LateJobs.class);
  private static final int AT_ONCE = 50;

  private final WorkerDatabase database;
  private final JobStore jobs;
  private final TallyStore tallies;
  private final JobSteps steps;
  private final Trouble trouble;

  LateJobs(
      WorkerDatabase database, JobStore jobs, TallyStore tallies, JobSteps steps, Limits limits) {
    this.database = database;
    this.jobs = jobs;
    this.tallies = tallies;
    this.steps = steps;
    this.trouble =
        new Trouble(
            ErrorType.JOB_DEADLINE,
            "The job was not finished within %d s. Send its pages as several jobs, or again when less is to do."
                .formatted(limits.jobDeadline().toSeconds()));
  }

  @Override
  public int attend() {
    return database.inTransaction(this::attend);
  }

  private int attend(Tx tx) {
    Map<String, Job> late = jobs.hold(tx, jobs.pastDeadline(tx, AT_ONCE));
    Map<String, Tally> counted = tallies.of(tx, late.keySet());
    late.forEach(
        (id, job) -> {
          LOG.warnf("Job %s of %s is past its deadline", id, job.tenant());
          steps.carryOut(
              tx, job, JobMoves.pastDeadline(job, trouble), counted.getOrDefault(id, Tally.NONE));
        });
    return late.size();
  }
}
