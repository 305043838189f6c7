package dev.deckmill.allinone.measure;

import java.time.Duration;
import java.util.List;

/**
 * How long something took each time, such as jobs of one page from sending the request to seeing
 * the end.
 *
 * @param times not empty, in any order
 */
public record Latencies(List<Duration> times) {
  public Latencies {
    if (times.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    times = times.stream().sorted().toList();
  }

  /**
   * The time that {@code share} of them did not exceed.
   *
   * @param share above 0, at most 1
   */
  public Duration percentile(double share) {
    int rank = (int) Math.ceil(share * times.size());
    return times.get(Math.clamp(rank, 1, times.size()) - 1);
  }
}
