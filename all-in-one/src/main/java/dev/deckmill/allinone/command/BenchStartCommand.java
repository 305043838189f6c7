package dev.deckmill.allinone.command;

import dev.deckmill.allinone.local.DataDirectory;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.local.LocalDeckmill;
import dev.deckmill.allinone.local.StartupPreparation;
import dev.deckmill.allinone.measure.Latencies;
import dev.deckmill.allinone.measure.StartTimes;
import dev.deckmill.allinone.measure.StartTimes.Start;
import dev.deckmill.allinone.process.Ending;
import dev.deckmill.allinone.terminal.Table;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "start",
    description = {
      "Measures how long each part of a set takes until it is ready.",
      "First starts are on an empty directory and without what ./deckmill prepare keeps, second"
          + " starts on the same directory and with it; medians, by the clock and in processor time."
    })
final class BenchStartCommand implements Callable<Integer> {
  private static final int ANY_PORT = 0;

  @Option(
      names = "--rounds",
      paramLabel = "COUNT",
      defaultValue = "3",
      description = "How many times each is started (default: ${DEFAULT-VALUE}).")
  private int rounds;

  private final Terminal terminal;

  BenchStartCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.ofThisProcess();
    var preparation = new StartupPreparation(installation);
    if (preparation.applies() && !preparation.isDone()) {
      terminal.note("The services are not prepared (./deckmill prepare): all starts are without");
    }
    var first = new StartTimes();
    var second = new StartTimes();
    for (int round = 1; round <= rounds; round++) {
      terminal.note("Round " + round + " of " + rounds);
      startTwice(installation, first, second);
    }
    table(first, second).lines().forEach(terminal::result);
    return ExitCode.OK;
  }

  /** The second start finds the directory of the first one, and what is prepared. */
  private static void startTwice(Installation installation, StartTimes first, StartTimes second)
      throws IOException, InterruptedException {
    try (var ending = new Ending()) {
      DataDirectory data = ending.with(Workspace.open(null)).data();
      start(ending, installation.withCache(data.directory("no-cache")), data, first);
      start(ending, installation, data, second);
    }
  }

  /** Pages are fetched by the API here, so that all that starts is waited for. */
  private static void start(
      Ending ending, Installation installation, DataDirectory data, StartTimes times)
      throws IOException, InterruptedException {
    var alone = Map.of("DECKMILL_ROLES_FETCH", "true");
    try (LocalDeckmill set =
        ending.with(
            new LocalDeckmill(installation, data, ANY_PORT, Lifetime.LASTING, alone, times))) {
      long began = System.nanoTime();
      set.start();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      times.add("all", new Start(took, Duration.ZERO));
    }
  }

  private static Table table(StartTimes first, StartTimes second) {
    var table = new Table();
    table.row("", "first start", "processor", "second start", "processor");
    for (String part : first.parts()) {
      table.row(
          part,
          median(first.of(part), Start::took),
          median(first.of(part), Start::spent),
          median(second.of(part), Start::took),
          median(second.of(part), Start::spent));
    }
    return table;
  }

  private static String median(List<Start> starts, Function<Start, Duration> figure) {
    Duration median = new Latencies(starts.stream().map(figure).toList()).percentile(0.5);
    return median.isZero() ? "" : String.format(Locale.ROOT, "%.2f s", median.toMillis() / 1e3);
  }
}
