package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.local.DataDirectory;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.local.LocalDeckmill;
import dev.deckmill.allinone.process.Leftovers;
import dev.deckmill.allinone.process.Supervisor;
import dev.deckmill.allinone.terminal.Durations;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A local set that reports on the terminal: which part is ready when, which died, that all ended.
 */
final class SetSession implements Closeable {
  private final Terminal terminal;
  private final DataDirectory data;
  private final LocalDeckmill deckmill;
  private boolean closed;

  SetSession(
      Installation installation,
      DataDirectory data,
      int apiPort,
      Lifetime lifetime,
      Map<String, String> environment,
      Terminal terminal)
      throws IOException {
    this.terminal = terminal;
    this.data = data;
    this.deckmill =
        new LocalDeckmill(
            installation, data, apiPort, lifetime, environment, new PartReport(terminal));
  }

  void start() throws IOException, InterruptedException {
    long began = System.nanoTime();
    terminal.note("Starting Kafka, PostgreSQL, a stand-in for Google Drive and the services");
    deckmill.start();
    terminal.note("All ready after " + Durations.text(Duration.ofNanos(System.nanoTime() - began)));
  }

  LocalDeckmill deckmill() {
    return deckmill;
  }

  JobClient client() throws IOException {
    return new JobClient(deckmill.apiUrl(), deckmill.apiKey());
  }

  /** Ends the set; once. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    long began = System.nanoTime();
    var processes = new Leftovers(data.root());
    terminal.note("Ending everything");
    deckmill.close();
    reportEnd(processes, began);
  }

  private void reportEnd(Leftovers processes, long began) {
    List<Long> left = processes.stillRunning();
    if (left.isEmpty()) {
      terminal.note(
          "Ended all %d processes in %s"
              .formatted(
                  processes.count(), Durations.text(Duration.ofNanos(System.nanoTime() - began))));
    } else {
      terminal.note("These processes could not be ended: " + left);
    }
  }

  /** Prints when a part becomes ready or ends. */
  private record PartReport(Terminal terminal) implements Supervisor.Events {
    @Override
    public void ready(String name, long pid, Duration took) {
      terminal.note("  %-18s ready after %-7s pid %d".formatted(name, Durations.text(took), pid));
    }

    @Override
    public void ended(String name, String how, Duration pause) {
      terminal.note(
          "  %-18s ended (%s); started again in %s".formatted(name, how, Durations.text(pause)));
    }
  }
}
