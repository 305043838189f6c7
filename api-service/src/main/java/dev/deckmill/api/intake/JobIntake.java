package dev.deckmill.api.intake;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.identity.Caller;
import dev.deckmill.api.job.DeliveryStatus;
import dev.deckmill.api.job.Job;
import dev.deckmill.api.job.JobStatus;
import dev.deckmill.api.job.Tally;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.outbox.Outbox;
import dev.deckmill.api.outbox.PageOrder;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.api.store.AppDatabase;
import dev.deckmill.api.store.AuditStore;
import dev.deckmill.api.store.JobDetails;
import dev.deckmill.api.store.JobReader;
import dev.deckmill.api.store.JobStore;
import dev.deckmill.api.store.NewPage;
import dev.deckmill.api.store.PageStore;
import dev.deckmill.api.store.Tx;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.trace.TraceAttributes;
import dev.deckmill.service.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Takes a job in: bytes first, then one transaction with everything that follows from it. */
@Singleton
public final class JobIntake {
  private final InputStorage storage;
  private final JobIds ids;
  private final Limits limits;
  private final Duration resendAfter;
  private final AppDatabase database;
  private final JobStore jobs;
  private final PageStore pages;
  private final JobReader reader;
  private final AuditStore audit;
  private final Outbox outbox;

  JobIntake(
      InputStorage storage,
      JobIds ids,
      Limits limits,
      ApiConfig config,
      AppDatabase database,
      JobStore jobs,
      PageStore pages,
      JobReader reader,
      AuditStore audit,
      Outbox outbox) {
    this.storage = storage;
    this.ids = ids;
    this.limits = limits;
    this.resendAfter = config.reaper().resendAfter();
    this.database = database;
    this.jobs = jobs;
    this.pages = pages;
    this.reader = reader;
    this.audit = audit;
    this.outbox = outbox;
  }

  /**
   * Takes in the job that a submission brings; once this returns, it is never lost.
   *
   * @throws Refusal if it can't be taken as it is
   */
  public JobDetails accept(Caller caller, Submission submission) {
    String id = ids.next();
    Span.current().setAttribute(TraceAttributes.JOB_ID, id);
    InputStorage.Stored stored = storage.store(id, submission);
    Job job = job(id, caller.tenant(), stored);
    return database.as(
        caller.tenant(),
        tx -> {
          refuseAboveQuota(tx, caller.tenant());
          write(tx, job, stored);
          audit.note(
              tx,
              new AuditStore.Deed(
                  caller.tenant(),
                  caller.keyName(),
                  "job.submit",
                  id,
                  "accepted",
                  Span.current().getSpanContext().getTraceId()));
          return reader.find(tx, caller.tenant(), id).orElseThrow();
        });
  }

  private static Job job(String id, String tenant, InputStorage.Stored stored) {
    SubmissionOptions options = stored.options();
    FolderPattern folder = options.folder();
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    return new Job(
        id,
        tenant,
        new Job.Request(
            options.title(),
            options.onPageError(),
            options.target(),
            options.textProfile(),
            folder == null ? List.of() : folder.expand(today, id, options.title(), tenant),
            TraceParent.of(Span.current())),
        stored.pages().size(),
        options.slideSize().size(),
        JobStatus.taken(folder == null ? DeliveryStatus.NONE : DeliveryStatus.PENDING));
  }

  private void refuseAboveQuota(Tx tx, String tenant) {
    int unfinished = jobs.unfinished(tx, tenant);
    if (unfinished >= limits.unfinishedJobs()) {
      throw Refusal.above(
          ErrorType.QUOTA_JOBS,
          "%d jobs are unfinished, %d are allowed at a time. Send this one when some are done."
              .formatted(unfinished, limits.unfinishedJobs()),
          new Refusal.Measure(limits.unfinishedJobs(), unfinished));
    }
  }

  /**
   * With a slide size that the first slide is to tell, the first page alone is ordered; {@code
   * progress} orders the others.
   */
  private void write(Tx tx, Job job, InputStorage.Stored stored) {
    boolean allAtOnce = job.slideSize() != null;
    List<NewPage> rows =
        stored.pages().stream()
            .map(
                page ->
                    new NewPage(
                        page.number(),
                        page.name(),
                        page.source(),
                        allAtOnce || page.number() == 1 ? 1 : 0))
            .toList();
    jobs.insert(tx, job, stored.blobKey(), limits.jobDeadline());
    pages.insertAll(tx, job, rows, resendAfter);
    outbox.announce(tx, job, new Tally(rows.size(), 0, 0, 0, 0, 0));
    outbox.convert(
        tx,
        job,
        rows.stream()
            .filter(page -> page.attempt() > 0)
            .map(page -> new PageOrder(page.number(), 1, page.name(), page.source(), Duration.ZERO))
            .toList());
  }
}
