package dev.deckmill.api.web.trace;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.stage.PageBars;
import dev.deckmill.api.store.stage.PageBars.Range;
import dev.deckmill.api.store.stage.StageSums;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.store.StepsOfJob;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a job's trace. Single pages first: those are looked up one by one, which is no way to
 * read all of a giant's.
 */
@Singleton
final class JobTraces {
  private final AppDatabase database;
  private final JobReader jobs;
  private final TraceSums sums;
  private final PageBars bars;
  private final StepsOfJob spanSteps;
  private final DetailedPages pages;
  private final ApiConfig config;

  JobTraces(
      AppDatabase database,
      JobReader jobs,
      TraceSums sums,
      PageBars bars,
      StepsOfJob spanSteps,
      DetailedPages pages,
      ApiConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.sums = sums;
    this.bars = bars;
    this.spanSteps = spanSteps;
    this.pages = pages;
    this.config = config;
  }

  /**
   * A job's trace.
   *
   * @param detailed the pages to show one by one; null: none
   */
  TraceView of(String tenant, String jobId, @Nullable Range detailed) {
    return database.as(tenant, tx -> read(tx, tenant, jobId, detailed));
  }

  private TraceView read(Tx tx, String tenant, String jobId, @Nullable Range detailed) {
    JobDetails job = jobs.find(tx, tenant, jobId).orElseThrow(Refusal::unknownJob);
    List<StepsOfJob.Step> spanKinds = spanSteps.list(tx, tenant, jobId);
    PageBars.Bar last = bars.last(tx, tenant, jobId).orElse(null);
    List<PageTrace> pageTraces =
        detailed == null ? null : pages.of(tx, job, detailed, first(spanKinds));
    StageSums.Sums sum = sums.stages(tx, tenant, jobId);
    return new TraceView(
        jobId,
        job.job().request().title(),
        job.job().request().traceId(),
        job.job().state().wireName(),
        job.job().status().run(),
        job.job().pages(),
        moments(job.moments()),
        CriticalPath.of(job, last),
        sum.steps().stream().map(TraceView.StepView::of).toList(),
        sum.attempts().stream().map(TraceView.AttemptsView::of).toList(),
        TraceView.RenditionsView.of(sum.outcome()),
        sum.outcome().findings(),
        sums.findings(tx, tenant, jobId),
        sum.slowest().stream().map(page -> TraceView.SlowPage.of(jobId, page)).toList(),
        spanKinds.stream().map(TraceView.SpansView::of).toList(),
        pageTraces,
        links(job));
  }

  private static long first(List<StepsOfJob.Step> spanKinds) {
    return spanKinds.stream().mapToLong(StepsOfJob.Step::startNanos).min().orElse(0);
  }

  private static TraceView.Moments moments(JobDetails.Moments moments) {
    return new TraceView.Moments(
        moments.created(),
        moments.retried(),
        moments.started(),
        moments.converted(),
        moments.packaged(),
        moments.finished());
  }

  private TraceView.Links links(JobDetails job) {
    String self = "/v1/jobs/" + job.job().id();
    String traceId = job.job().request().traceId();
    return new TraceView.Links(
        self,
        self + "/trace.html",
        self + "/trace.otlp.json",
        traceId == null ? null : JaegerLink.to(config, traceId).orElse(null));
  }
}
