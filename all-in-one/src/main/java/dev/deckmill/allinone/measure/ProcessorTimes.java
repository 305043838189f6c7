package dev.deckmill.allinone.measure;

import dev.deckmill.allinone.process.Leftovers;
import dev.deckmill.allinone.process.Supervised;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The processor time of each part with the processes below it, and with those that have left the
 * family (as PostgreSQL's server does) but name the part's directory on their command line. Looks
 * every second, because what a process has spent can't be asked for once it has ended, and
 * converters replace their children; not more often, and at all processes once for all parts,
 * because it takes the time that it measures from those it watches.
 */
final class ProcessorTimes implements AutoCloseable {
  private static final long PERIOD_MILLIS = 1_000;

  private final Collection<Supervised> parts;
  private final Path data;
  private final Map<String, Map<Long, Duration>> seen = new HashMap<>();
  private final Thread watcher =
      Thread.ofPlatform().name("processor-times").daemon().unstarted(this::watch);

  private ProcessorTimes(Collection<Supervised> parts, Path data) {
    this.parts = parts;
    this.data = data;
  }

  /**
   * @param data where each part has a directory by its name
   */
  static ProcessorTimes watching(Collection<Supervised> parts, Path data) {
    ProcessorTimes times = new ProcessorTimes(List.copyOf(parts), data);
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
    List<ProcessHandle> processes = ProcessHandle.allProcesses().toList();
    Map<Long, List<ProcessHandle>> children = byParent(processes);
    List<ProcessHandle> nearby =
        processes.stream().filter(process -> Leftovers.names(process, data.toString())).toList();
    for (Supervised part : parts) {
      part.pid().stream()
          .mapToObj(ProcessHandle::of)
          .flatMap(Optional::stream)
          .forEach(process -> noteFamily(part.name(), process, children));
      String directory = data.resolve(part.name()).toString();
      nearby.stream()
          .filter(process -> Leftovers.names(process, directory))
          .forEach(process -> noteFamily(part.name(), process, children));
    }
  }

  private static Map<Long, List<ProcessHandle>> byParent(List<ProcessHandle> processes) {
    Map<Long, List<ProcessHandle>> children = new HashMap<>();
    for (ProcessHandle process : processes) {
      process
          .parent()
          .ifPresent(
              parent ->
                  children.computeIfAbsent(parent.pid(), pid -> new ArrayList<>()).add(process));
    }
    return children;
  }

  private void noteFamily(
      String part, ProcessHandle process, Map<Long, List<ProcessHandle>> children) {
    note(part, process);
    children
        .getOrDefault(process.pid(), List.of())
        .forEach(child -> noteFamily(part, child, children));
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
