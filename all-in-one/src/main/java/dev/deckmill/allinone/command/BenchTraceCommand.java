package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.measure.Latencies;
import dev.deckmill.allinone.terminal.Table;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trace",
    description = {
      "Measures how long it takes to read the trace of a job that is there.",
      "The summary, the details of 100 pages, and the page for browsers, each over HTTP."
    })
final class BenchTraceCommand implements Callable<Integer> {
  private static final List<String> FORMS = List.of("", "?pages=1-100", ".html");

  @Parameters(paramLabel = "JOB", description = "The id that submit printed.")
  private String id = "";

  @Option(
      names = "--times",
      paramLabel = "COUNT",
      defaultValue = "50",
      description = "How often each is read, after as many to warm up (default: ${DEFAULT-VALUE}).")
  private int times;

  @Mixin private final ServerOptions server = new ServerOptions();

  private final Terminal terminal;

  BenchTraceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    JobClient client = server.client();
    Table table = new Table();
    for (String form : FORMS) {
      read(client, form);
      Latencies took = new Latencies(read(client, form));
      table.row(
          "trace" + form,
          "p50 %d ms, p95 %d ms, most %d ms of %d"
              .formatted(
                  took.percentile(0.5).toMillis(),
                  took.percentile(0.95).toMillis(),
                  took.percentile(1).toMillis(),
                  times));
    }
    table.lines().forEach(terminal::result);
    return ExitCode.OK;
  }

  private List<Duration> read(JobClient client, String form)
      throws IOException, InterruptedException {
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long began = System.nanoTime();
      client.traceAs(id, form);
      took.add(Duration.ofNanos(System.nanoTime() - began));
    }
    return took;
  }
}
