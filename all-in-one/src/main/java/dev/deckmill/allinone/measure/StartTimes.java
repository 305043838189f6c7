package dev.deckmill.allinone.measure;

import dev.deckmill.allinone.process.Supervisor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each part of a set took until it was ready, and what processor time until then. */
public final class StartTimes implements Supervisor.Events {
  /**
   * One start of one part.
   *
   * @param took by the clock
   * @param spent processor time of its process; zero where the system does not say
   */
  public record Start(Duration took, Duration spent) {}

  private final Map<String, List<Start>> starts = new LinkedHashMap<>();

  /** Adds a start that no event reports, such as that of the whole set. */
  public synchronized void add(String part, Start start) {
    starts.computeIfAbsent(part, first -> new ArrayList<>()).add(start);
  }

  @Override
  public void ready(String name, long pid, Duration took) {
    Duration spent =
        ProcessHandle.of(pid)
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(Duration.ZERO);
    add(name, new Start(took, spent));
  }

  @Override
  public void ended(String name, String how, Duration pause) {
    // A start that failed is no figure; the part is started again and reported then.
  }

  /** The parts, in the order in which they were ready for the first time. */
  public synchronized List<String> parts() {
    return List.copyOf(starts.keySet());
  }

  /** The starts of a part; empty if it never was ready. */
  public synchronized List<Start> of(String part) {
    return List.copyOf(starts.getOrDefault(part, List.of()));
  }
}
