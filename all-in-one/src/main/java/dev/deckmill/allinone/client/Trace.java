package dev.deckmill.allinone.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job's trace, summed up, as the API shows it.
 *
 * @param criticalPath what the time went to, one thing after the other
 * @param steps what each step took, over all attempts
 * @param findings findings by their codes
 */
public record Trace(
    String jobId,
    String state,
    int pageCount,
    List<Segment> criticalPath,
    List<Step> steps,
    List<Findings> findings,
    List<SlowPage> slowestPages) {
  public Trace {
    criticalPath = List.copyOf(criticalPath);
    steps = List.copyOf(steps);
    findings = List.copyOf(findings);
    slowestPages = List.copyOf(slowestPages);
  }

  /** A stretch of the job's time; {@code page} is the one that all waited for. */
  public record Segment(String step, @Nullable Integer page, double startMs, double durationMs) {
    /** When it was over. */
    public double endMs() {
      return startMs + durationMs;
    }
  }

  /** What a step took. */
  public record Step(
      String step, int count, double totalMs, double p50Ms, double p95Ms, double maxMs) {}

  /** How often there was a finding, and on how many pages. */
  public record Findings(String code, long count, int pages) {}

  /** A page that took long to convert. */
  public record SlowPage(int number, String name, double convertMs) {}
}
