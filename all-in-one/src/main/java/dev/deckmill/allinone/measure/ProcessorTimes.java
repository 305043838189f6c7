package dev.deckmill.allinone.measure;

import dev.deckmill.allinone.process.Supervised;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processor time of each part with the processes below it. Looks often, because what a process
 * has spent can't be asked for once it has ended, and converters replace their children.
 */
final class ProcessorTimes implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;

  private final Collection<Supervised> parts;
  private final Map<String, Map<Long, Duration>> seen = new HashMap<>();
  private final Thread watcher =
      Thread.ofPlatform().name("processor-times").daemon().unstarted(this::watch);

  private ProcessorTimes(Collection<Supervised> parts) {
    this.parts = parts;
  }

  static ProcessorTimes watching(Collection<Supervised> parts) {
    ProcessorTimes times = new ProcessorTimes(List.copyOf(parts));
    times.watcher.start();
    return times;
  }

  private void watch() {
    try {
      while (true) {
        look();
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException closed) {
      // That is how it ends.
    }
  }

  private synchronized void look() {
    for (Supervised part : parts) {
      part.pid()
          .ifPresent(
              pid ->
                  ProcessHandle.of(pid)
                      .ifPresent(
                          process -> {
                            note(part.name(), process);
                            process.descendants().forEach(child -> note(part.name(), child));
                          }));
    }
  }

  private void note(String part, ProcessHandle process) {
    process
        .info()
        .totalCpuDuration()
        .ifPresent(
            spent ->
                seen.computeIfAbsent(part, p -> new HashMap<>())
                    .merge(process.pid(), spent, (old, now) -> old.compareTo(now) > 0 ? old : now));
  }

  /** What each part has spent since its start. */
  synchronized Map<String, Duration> soFar() {
    look();
    Map<String, Duration> sums = new TreeMap<>();
    seen.forEach(
        (part, processes) ->
            sums.put(part, processes.values().stream().reduce(Duration.ZERO, Duration::plus)));
    return sums;
  }

  /** What each part has spent since {@code earlier}. */
  Map<String, Duration> since(Map<String, Duration> earlier) {
    Map<String, Duration> spent = new TreeMap<>();
    soFar()
        .forEach(
            (part, sum) -> spent.put(part, sum.minus(earlier.getOrDefault(part, Duration.ZERO))));
    return spent;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }
}
