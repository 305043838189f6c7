package dev.deckmill.api.lifecycle;

import dev.deckmill.api.identity.Caller;
import dev.deckmill.api.job.Job;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.api.store.AppDatabase;
import dev.deckmill.api.store.JobStore;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobStore;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes jobs: what was sent, what was made of it, what is known of it. The audit stays. */
@Singleton
public final class JobRemoval {
  private static final Logger LOG = Logger.getLogger(JobRemoval.class);

  /** Where the services keep what belongs to a job: api-service, converters, packager. */
  private static final List<String> PLACES = List.of("jobs/", "bundles/", "decks/");

  private final AppDatabase database;
  private final HeldJob held;
  private final JobStore jobs;
  private final BlobStore blobs;

  JobRemoval(AppDatabase database, HeldJob held, JobStore jobs, BlobStore blobs) {
    this.database = database;
    this.held = held;
    this.jobs = jobs;
    this.blobs = blobs;
  }

  /**
   * Deletes a job at its end. What was delivered stays where it was delivered to.
   *
   * @throws Refusal if there is no such job, or it is under way
   */
  public void delete(Caller caller, String id) {
    Job deleted =
        database.as(
            caller.tenant(),
            tx -> {
              Job job = held.of(tx, caller, id);
              if (!job.state().terminal()) {
                throw Refusal.of(
                    ErrorType.JOB_RUNNING,
                    "The job is %s. Cancel it first: POST /v1/jobs/{id}:cancel."
                        .formatted(job.state().wireName()));
              }
              jobs.delete(tx, job);
              held.note(tx, caller, "job.delete", job, "deleted");
              return job;
            });
    deleteBlobs(deleted.id());
  }

  /** The rows are gone, so nothing leads to the bytes any more, even if they can't be removed. */
  private void deleteBlobs(String id) {
    for (String place : PLACES) {
      try {
        blobs.deleteAll(place + id + "/");
      } catch (IOException e) {
        LOG.errorf(e, "The blobs of deleted job %s below %s are left behind", id, place);
      }
    }
  }
}
