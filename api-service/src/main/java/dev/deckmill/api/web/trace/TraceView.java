package dev.deckmill.api.web.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.deckmill.api.store.stage.JobSums;
import dev.deckmill.api.store.stage.StageSums;
import dev.deckmill.api.store.stage.StepTimes;
import dev.deckmill.tracestore.store.StepsOfJob;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job's trace, summed up. */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Trace")
record TraceView(
    String jobId,
    String title,
    @Nullable String traceId,
    String state,
    int run,
    int pageCount,
    Moments moments,
    @Schema(description = "where the time of the present run went, as far as it is over")
        List<CriticalPath.Segment> criticalPath,
    @Schema(description = "over all attempts that say how long they took") List<StepView> steps,
    List<AttemptsView> attempts,
    RenditionsView renditions,
    @Schema(description = "how many findings there are in all; rows keep the first 50 of a page")
        long findingCount,
    @Schema(description = "those that rows keep, by their codes") List<FindingsView> findings,
    List<SlowPage> slowestPages,
    @Schema(
            description =
                "kinds of spans; empty when none came in, or when they are not kept any more")
        List<SpansView> spans,
    @Schema(description = "only where pages are asked for") @Nullable List<PageTrace> pages,
    Links links) {

  /** When the job got where. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "TraceMoments")
  record Moments(
      Instant createdAt,
      @Nullable Instant retriedAt,
      @Nullable Instant startedAt,
      @Nullable Instant convertedAt,
      @Nullable Instant packagedAt,
      @Nullable Instant finishedAt) {}

  /** What a step took. */
  @Schema(name = "TraceStep")
  record StepView(
      @Schema(description = "queue, fetch, parse, analyze, map, embed, package or upload")
          String step,
      int count,
      @Schema(description = "what ran side by side counts each time") double totalMs,
      double p50Ms,
      double p95Ms,
      double p99Ms,
      double maxMs) {
    static StepView of(StepTimes.Step step) {
      return new StepView(
          step.name(),
          step.count(),
          Millis.ofMicros(step.total()),
          Millis.ofMicros(step.median()),
          Millis.ofMicros(step.p95()),
          Millis.ofMicros(step.p99()),
          Millis.ofMicros(step.longest()));
    }
  }

  /** How often a stage was tried. */
  @Schema(name = "TraceAttempts")
  record AttemptsView(
      @Schema(description = "fetch, convert, package or upload") String stage,
      int count,
      int failed,
      @Schema(description = "those that were not the first at their page or deck") int again) {
    static AttemptsView of(StageSums.Attempts attempts) {
      return new AttemptsView(
          attempts.stage().wireName(), attempts.all(), attempts.failed(), attempts.again());
    }
  }

  /** How the elements of all slides came out. */
  @Schema(name = "TraceRenditions")
  record RenditionsView(long nativeElements, long approximateElements, long rasterElements) {
    static RenditionsView of(StageSums.Outcome outcome) {
      return new RenditionsView(
          outcome.nativeElements(), outcome.approximateElements(), outcome.rasterElements());
    }
  }

  /** How often there was a finding. */
  @Schema(name = "TraceFindings")
  record FindingsView(String code, boolean warning, long count, int pages) {
    static FindingsView of(JobSums.Findings findings) {
      return new FindingsView(
          findings.code(), findings.warning(), findings.count(), findings.pages());
    }
  }

  /** A page that took long to convert. */
  @Schema(name = "TraceSlowPage")
  record SlowPage(int number, String name, double convertMs, long rasterElements, String trace) {
    static SlowPage of(String jobId, StageSums.SlowPage page) {
      return new SlowPage(
          page.number(),
          page.name(),
          Millis.ofMicros(page.conversionMicros()),
          page.rasterElements(),
          "/v1/jobs/%s/trace?pages=%d-%d".formatted(jobId, page.number(), page.number()));
    }
  }

  /** All spans of one service that have one name. */
  @Schema(name = "TraceSpans")
  record SpansView(
      String service, String name, int count, int failed, double totalMs, double maxMs) {
    static SpansView of(StepsOfJob.Step step) {
      return new SpansView(
          step.service(),
          step.name(),
          step.count(),
          step.failed(),
          Millis.ofNanos(step.totalNanos()),
          Millis.ofNanos(step.longestNanos()));
    }
  }

  /** Where to read on. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "TraceLinks")
  record Links(String job, String waterfall, String otlp, @Nullable String jaeger) {}
}
