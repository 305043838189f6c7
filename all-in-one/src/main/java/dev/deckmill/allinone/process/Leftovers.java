package dev.deckmill.allinone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The processes that belong to this one: its descendants, and those that have left the family (as
 * PostgreSQL's server does) but name our data directory on their command line. Taken before the
 * end, it shows after the end who is left.
 */
public final class Leftovers {
  private static final Duration REAPING = Duration.ofSeconds(2);

  private final Set<ProcessHandle> seen = new HashSet<>();

  /** Looks at who is there now. */
  public Leftovers(Path dataDirectory) {
    ProcessHandle self = ProcessHandle.current();
    self.descendants().forEach(seen::add);
    String name = dataDirectory.toString();
    Set<ProcessHandle> above = upFrom(self);
    ProcessHandle.allProcesses()
        .filter(process -> !above.contains(process) && names(process, name))
        .forEach(
            process -> {
              seen.add(process);
              process.descendants().forEach(seen::add);
            });
  }

  /** This process and those it descends from: a launcher names the directory as well. */
  private static Set<ProcessHandle> upFrom(ProcessHandle self) {
    return Stream.iterate(
            Optional.of(self), Optional::isPresent, child -> child.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /** Whether a process was given this directory, or something in it, on its command line. */
  public static boolean names(ProcessHandle process, String directory) {
    return process
        .info()
        .arguments()
        .filter(arguments -> List.of(arguments).stream().anyMatch(a -> a.startsWith(directory)))
        .isPresent();
  }

  /** How many there were. */
  public int count() {
    return seen.size();
  }

  /** Who of them still runs; one that is just ending is waited for. */
  public List<Long> stillRunning() {
    var ends = seen.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, REAPING.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    return seen.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList();
  }
}
