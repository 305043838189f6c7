package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trace", description = "Shows where a job's time went, and what was found.")
final class TraceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB", description = "The id that submit printed.")
  private String id = "";

  @Option(names = "--json", description = "Prints the API's own answer.")
  private boolean json;

  @Mixin private final ServerOptions server = new ServerOptions();

  private final Terminal terminal;

  TraceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    JobClient client = server.client();
    String answer = client.traceAsJson(id);
    if (json) {
      terminal.result(answer);
    } else {
      new TraceReport(client.readTrace(answer)).lines().forEach(terminal::result);
    }
    return ExitCode.OK;
  }
}
