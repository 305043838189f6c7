package dev.deckmill.allinone.measure;

import dev.deckmill.allinone.client.Job;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of {@link PipelineRun} has found.
 *
 * @param giant the big job at its end
 * @param whole from sending its request to seeing its end
 * @param spent processor time of each part meanwhile
 * @param packagerSpent processor time of the packager from the last page's end to the job's; it is
 *     looked at every second or when somebody asks, so this is exact to a poll of the job
 * @param warmUp pages that went before
 * @param alone jobs of one page on the idle set
 * @param beside jobs of one page while the big one ran; empty if it was over too soon
 */
public record PipelineFigures(
    Job giant,
    int pages,
    Duration whole,
    Map<String, Duration> spent,
    Duration packagerSpent,
    int warmUp,
    Latencies alone,
    Optional<Latencies> beside) {

  /** Pages a second over the whole of the big job. */
  public double pagesPerSecond() {
    return pages / (whole.toNanos() / 1e9);
  }

  /** Processor time of all parts for one page of the big job, in milliseconds. */
  public double millisPerPage() {
    Duration sum = spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    return sum.toNanos() / 1e6 / pages;
  }
}
