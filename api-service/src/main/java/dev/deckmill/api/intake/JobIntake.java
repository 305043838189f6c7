package dev.deckmill.api.intake;

import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.orchestration.job.JobStatus;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.service.trace.TraceAttributes;
import dev.deckmill.service.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a job in: bytes first, then one transaction with everything that follows from it. */
@Singleton
public final class JobIntake {
  private final JobIds ids;
  private final Intakes intakes;
  private final InputStorage storage;
  private final NewJobs jobs;

  JobIntake(JobIds ids, Intakes intakes, InputStorage storage, NewJobs jobs) {
    this.ids = ids;
    this.intakes = intakes;
    this.storage = storage;
    this.jobs = jobs;
  }

  /**
   * Takes in the job that a submission brings; once this returns, it is never lost.
   *
   * @param key the client's name for the submission; with the same one it is taken in once
   * @throws Refusal if it can't be taken as it is; nothing is kept of it then
   */
  public Accepted accept(Caller caller, Submission submission, @Nullable IdempotencyKey key) {
    String id = begin(caller.tenant(), submission.idForm());
    Span.current().setAttribute(TraceAttributes.JOB_ID, id);
    try {
      InputStorage.Stored stored = storage.store(caller.tenant(), id, submission);
      Accepted accepted = jobs.take(caller, job(id, caller.tenant(), stored), stored, key);
      if (accepted.replayed()) {
        intakes.drop(caller.tenant(), id);
        Span.current().setAttribute(TraceAttributes.JOB_ID, accepted.job().job().id());
      }
      return accepted;
    } catch (Refusal refusal) {
      intakes.drop(caller.tenant(), id);
      throw refusal;
    }
  }

  /** A short id may be somebody else's: whatever lies under it is not to be touched. */
  private String begin(String tenant, JobIdForm form) {
    String id = ids.next(form);
    while (!intakes.begin(tenant, id)) {
      id = ids.next(form);
    }
    return id;
  }

  private static Job job(String id, String tenant, InputStorage.Stored stored) {
    SubmissionOptions options = stored.options();
    FolderPattern folder = options.folder();
    FolderPattern.Values values =
        new FolderPattern.Values(
            LocalDate.now(ZoneOffset.UTC), id, options.title(), tenant, options.tag());
    return new Job(
        id,
        tenant,
        new Job.Request(
            options.title(),
            options.onPageError(),
            options.target(),
            options.textProfile(),
            options.fonts(),
            options.previews(),
            folder == null ? List.of() : folder.expand(values),
            options.deliverTo(),
            TraceParent.of(Span.current()),
            options.tag(),
            options.wish()),
        stored.pages().size(),
        options.slideSize().size(),
        JobStatus.taken(folder == null ? DeliveryStatus.NONE : DeliveryStatus.PENDING));
  }
}
