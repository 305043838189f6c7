package dev.deckmill.api.web.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.deckmill.api.orchestration.job.DeliveryStatus;
import dev.deckmill.api.store.job.JobDetails;
import dev.deckmill.api.store.stage.PageBars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a job's time went to, one thing after the other: each of them, done faster, would have ended
 * the job earlier. Conversion is shown as the way of the page that was settled last, since the deck
 * waited for that one.
 */
final class CriticalPath {
  /** One of them. */
  @JsonInclude(Include.NON_NULL)
  @Schema(name = "TraceSegment")
  record Segment(
      @Schema(
              description =
                  "queue, pages (the last one's turn was not yet), convert, package or deliver")
          String step,
      @Schema(description = "the page that all waited for") @Nullable Integer page,
      @Schema(description = "since the run began") double startMs,
      double durationMs) {
    double endMs() {
      return startMs + durationMs;
    }
  }

  private final Instant begun;
  private final List<Segment> segments = new ArrayList<>();

  private CriticalPath(Instant begun) {
    this.begun = begun;
  }

  /** When the present run of a job was asked for. */
  static Instant begun(JobDetails job) {
    Instant retried = job.moments().retried();
    return retried == null ? job.moments().created() : retried;
  }

  /**
   * Of a job's present run.
   *
   * @param last the page that was settled last, or null
   */
  static List<Segment> of(JobDetails job, PageBars.@Nullable Bar last) {
    CriticalPath path = new CriticalPath(begun(job));
    JobDetails.Moments moments = job.moments();
    path.add("queue", null, path.begun, moments.started());
    path.addPages(moments, last);
    path.add("package", null, moments.converted(), moments.packaged());
    if (job.job().status().delivery() != DeliveryStatus.NONE) {
      path.add("deliver", null, moments.packaged(), moments.finished());
    }
    return List.copyOf(path.segments);
  }

  private void addPages(JobDetails.Moments moments, PageBars.@Nullable Bar last) {
    if (last == null || last.started() == null) {
      add("pages", null, moments.started(), moments.converted());
      return;
    }
    add("pages", null, moments.started(), last.started());
    Instant settled = moments.converted() == null ? last.finished() : moments.converted();
    add("convert", last.first(), later(last.started(), moments.started()), settled);
  }

  private static Instant later(Instant one, @Nullable Instant other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  /** Leaves out what has not begun or ended, and what belongs to an earlier run. */
  private void add(
      String step, @Nullable Integer page, @Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null || !to.isAfter(from) || !to.isAfter(begun)) {
      return;
    }
    Instant start = later(from, begun);
    segments.add(new Segment(step, page, millis(begun, start), millis(start, to)));
  }

  private static double millis(Instant from, Instant to) {
    return Millis.ofNanos(Duration.between(from, to).toNanos());
  }
}
