package dev.deckmill.allinone.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How one process is started.
 *
 * @param name for people and for its log file
 * @param command program and arguments; others on the machine can read them, so no secrets
 * @param environment what it gets on top of this process's own environment; secrets go here
 * @param log where its output is appended
 * @param readiness whether it has come up
 * @param grace what it gets to end by itself
 */
public record Launch(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Readiness readiness,
    Duration grace) {
  /** Whether a process can do its work. */
  @FunctionalInterface
  public interface Readiness {
    /** Asked again and again until true; never throws for something that is not up yet. */
    boolean ready() throws InterruptedException;
  }

  public Launch {
    Objects.requireNonNull(name, "name");
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(readiness, "readiness");
    Objects.requireNonNull(grace, "grace");
  }

  /** As something the supervisor can keep. */
  Part guardedBy(Guardian guardian) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Running start() throws java.io.IOException {
        return ServiceProcess.start(Launch.this, guardian);
      }
    };
  }
}
