package dev.deckmill.api.orchestration.lifecycle;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.job.JobStore;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.util.List;

/** A caller's job, held while something is done to it, and what was done to it on record. */
@Singleton
final class HeldJob {
  private final JobStore jobs;
  private final AuditStore audit;

  HeldJob(JobStore jobs, AuditStore audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  /**
   * The job, which nobody else changes until the transaction ends.
   *
   * @throws Refusal if there is none, or it is somebody else's
   */
  Job of(Tx tx, Caller caller, String id) {
    Span.current().setAttribute(TraceAttributes.JOB_ID, id);
    Job job = jobs.hold(tx, List.of(id)).get(id);
    if (job == null || !job.tenant().equals(caller.tenant())) {
      throw Refusal.unknownJob();
    }
    return job;
  }

  void note(Caller caller, String action, Job job, String result) {
    audit.note(
        new AuditStore.Deed(
            caller.tenant(),
            caller.keyName(),
            action,
            job.id(),
            result,
            Span.current().getSpanContext().getTraceId()));
  }
}
