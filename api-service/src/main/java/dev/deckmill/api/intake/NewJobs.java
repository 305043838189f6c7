package dev.deckmill.api.intake;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.intake.IntakeStore;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.service.sql.Tx;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The one transaction in which a submission becomes a job, with everything that follows. */
@Singleton
final class NewJobs {
  private final AppDatabase database;
  private final Quota quota;
  private final Replays replays;
  private final NewJobRows rows;
  private final IntakeStore intakes;
  private final AuditStore audit;
  private final JobReader reader;

  NewJobs(
      AppDatabase database,
      Quota quota,
      Replays replays,
      NewJobRows rows,
      IntakeStore intakes,
      AuditStore audit,
      JobReader reader) {
    this.database = database;
    this.quota = quota;
    this.replays = replays;
    this.rows = rows;
    this.intakes = intakes;
    this.audit = audit;
    this.reader = reader;
  }

  /**
   * Takes a job in; once this returns, it is never lost.
   *
   * @throws Refusal if the tenant has too many, or has used the key for something else
   */
  Accepted take(Caller caller, Job job, InputStorage.Stored stored, @Nullable IdempotencyKey key) {
    return database.as(
        caller.tenant(),
        tx ->
            replays
                .earlier(tx, caller.tenant(), key, stored.fingerprint())
                .flatMap(known -> reader.find(tx, caller.tenant(), known))
                .map(known -> new Accepted(known, true))
                .orElseGet(() -> new Accepted(take(tx, caller, job, stored, key), false)));
  }

  private JobDetails take(
      Tx tx, Caller caller, Job job, InputStorage.Stored stored, @Nullable IdempotencyKey key) {
    if (!intakes.end(tx, caller.tenant(), job.id())) {
      throw new IllegalStateException(
          "submission %s came so slowly that its pages were removed".formatted(job.id()));
    }
    rows.write(tx, job, stored);
    replays.keep(tx, job, key, stored.fingerprint());
    note(caller, job);
    JobDetails details = reader.find(tx, job.tenant(), job.id()).orElseThrow();
    // Last of all: no other job of the tenant passes until the transaction ends.
    quota.check(tx, job);
    return details;
  }

  private void note(Caller caller, Job job) {
    audit.note(
        new AuditStore.Deed(
            caller.tenant(),
            caller.keyName(),
            "job.submit",
            job.id(),
            "accepted",
            Span.current().getSpanContext().getTraceId()));
  }
}
