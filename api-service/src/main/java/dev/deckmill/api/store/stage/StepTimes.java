package dev.deckmill.api.store.stage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** How long the steps of a job's stages took, over all attempts that tell. */
public final class StepTimes {
  /**
   * One step, in microseconds.
   *
   * @param name queue, fetch, parse, analyze, map, embed, package or upload
   * @param count how many attempts tell it, 1 and up
   * @param total the sum; what ran side by side counts each time
   */
  public record Step(
      String name, int count, long total, long median, long p95, long p99, long longest) {
    private static Step of(String name, long... sorted) {
      return new Step(
          name,
          sorted.length,
          Arrays.stream(sorted).sum(),
          percentile(sorted, 50),
          percentile(sorted, 95),
          percentile(sorted, 99),
          sorted[sorted.length - 1]);
    }

    /** The first that at least so many in a hundred don't exceed. */
    private static long percentile(long[] sorted, long percent) {
      return sorted[(int) ((percent * sorted.length + 99) / 100) - 1];
    }
  }

  private final Map<String, LongStream.Builder> times = new LinkedHashMap<>();

  /** Adds what an attempt took at a step; null: it doesn't tell. */
  void add(String step, @Nullable Long micros) {
    LongStream.Builder all = times.computeIfAbsent(step, first -> LongStream.builder());
    if (micros != null) {
      all.add(micros);
    }
  }

  /** The steps that took place, in the order in which they were first named. */
  List<Step> steps() {
    return times.entrySet().stream()
        .map(step -> Map.entry(step.getKey(), step.getValue().build().sorted().toArray()))
        .filter(step -> step.getValue().length > 0)
        .map(step -> Step.of(step.getKey(), step.getValue()))
        .toList();
  }
}
