package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "cancel",
    description = {
      "Cancels a job.",
      "If its deck is already on its way to Drive, what comes of that decides how the job ends."
    })
final class CancelCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB", description = "The id that submit printed.")
  private String id = "";

  @Option(names = "--json", description = "Prints the API's own answer.")
  private boolean json;

  @Mixin private final ServerOptions server = new ServerOptions();

  private final Terminal terminal;

  CancelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    JobClient client = server.client();
    String answer = client.cancel(id);
    Job job = client.read(answer);
    terminal.result(json ? answer : job.id() + " is " + job.state());
    return ExitCode.OK;
  }
}
