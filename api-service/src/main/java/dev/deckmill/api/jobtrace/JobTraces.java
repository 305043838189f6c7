package dev.deckmill.api.jobtrace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.job.JobReader;
import dev.deckmill.api.store.page.PageReader;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.store.stage.JobSums;
import dev.deckmill.api.store.stage.PageBars;
import dev.deckmill.api.store.stage.PageBars.Range;
import dev.deckmill.api.store.stage.StageReader;
import dev.deckmill.api.store.stage.StageRow;
import dev.deckmill.api.store.stage.StageSums;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.store.SpanOutline;
import dev.deckmill.tracestore.store.SpansOfJob;
import dev.deckmill.tracestore.store.StepsOfJob;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a job's trace. Single pages first: those are looked up one by one, which is no way to
 * read all of a giant's.
 */
@Singleton
final class JobTraces {
  private static final int SLOWEST = 10;

  private final AppDatabase database;
  private final JobReader jobs;
  private final StageSums stageSums;
  private final JobSums findings;
  private final PageBars bars;
  private final PageReader pages;
  private final StageReader stages;
  private final StepsOfJob spanSteps;
  private final SpansOfJob spans;
  private final ApiConfig config;

  JobTraces(
      AppDatabase database,
      JobReader jobs,
      StageSums stageSums,
      JobSums findings,
      PageBars bars,
      PageReader pages,
      StageReader stages,
      StepsOfJob spanSteps,
      SpansOfJob spans,
      ApiConfig config) {
    this.database = database;
    this.jobs = jobs;
    this.stageSums = stageSums;
    this.findings = findings;
    this.bars = bars;
    this.pages = pages;
    this.stages = stages;
    this.spanSteps = spanSteps;
    this.spans = spans;
    this.config = config;
  }

  /**
   * A job's trace.
   *
   * @param detailed the pages to tell about one by one; null: none
   */
  TraceView of(String tenant, String jobId, @Nullable Range detailed) {
    return database.as(tenant, tx -> read(tx, tenant, jobId, detailed));
  }

  private TraceView read(Tx tx, String tenant, String jobId, @Nullable Range detailed) {
    JobDetails job = jobs.find(tx, tenant, jobId).orElseThrow(Refusal::unknownJob);
    List<StepsOfJob.Step> spanKinds = spanSteps.list(tx, tenant, jobId);
    PageBars.Bar last = bars.last(tx, tenant, jobId).orElse(null);
    List<PageTrace> pageTraces =
        detailed == null ? null : details(tx, job, detailed, first(spanKinds));
    findings.expectMany(tx);
    StageSums.Sums sums = stageSums.of(tx, tenant, jobId, SLOWEST);
    return new TraceView(
        jobId,
        job.job().request().title(),
        job.job().request().traceId(),
        job.job().state().wireName(),
        job.job().status().run(),
        job.job().pages(),
        moments(job.moments()),
        CriticalPath.of(job, last),
        sums.steps().stream().map(TraceView.StepView::of).toList(),
        sums.attempts().stream().map(TraceView.AttemptsView::of).toList(),
        TraceView.RenditionsView.of(sums.outcome()),
        sums.outcome().findings(),
        findings.findings(tx, tenant, jobId).stream().map(TraceView.FindingsView::of).toList(),
        sums.slowest().stream().map(page -> TraceView.SlowPage.of(jobId, page)).toList(),
        spanKinds.stream().map(TraceView.SpansView::of).toList(),
        pageTraces,
        links(job));
  }

  private static long first(List<StepsOfJob.Step> spanKinds) {
    return spanKinds.stream().mapToLong(StepsOfJob.Step::startNanos).min().orElse(0);
  }

  private List<PageTrace> details(Tx tx, JobDetails job, Range range, long firstNanos) {
    String tenant = job.job().tenant();
    String id = job.job().id();
    Map<Integer, List<StageRow>> rows =
        stages.ofPages(tx, tenant, id, range).stream().collect(groupingBy(StageRow::page));
    Map<Integer, List<PageTrace.SpanLine>> lines =
        spans.outlines(tx, tenant, id, new SpansOfJob.Pages(range.first(), range.last())).stream()
            .filter(span -> span.page() != null)
            .collect(
                groupingBy(
                    SpanOutline::page,
                    mapping(span -> PageTrace.SpanLine.of(span, firstNanos), toList())));
    return pages.list(tx, tenant, id, range.first() - 1, range.count()).stream()
        .filter(page -> page.number() <= range.last())
        .map(
            page ->
                PageTrace.of(
                    page,
                    rows.getOrDefault(page.number(), List.of()),
                    lines.getOrDefault(page.number(), List.of())))
        .toList();
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
