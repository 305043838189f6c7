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
    name = "status",
    description = {
      "Shows where a job is and how long it took.",
      "Ends with 1 when the job, a page of it or its delivery failed."
    })
final class StatusCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB", description = "The id that submit printed.")
  private String id = "";

  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--json", description = "Prints the API's own answer.")
  private boolean json;

  private final Terminal terminal;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    JobClient client = server.client();
    String answer = client.jobAsJson(id);
    Job job = client.read(answer);
    if (json) {
      terminal.result(answer);
    } else {
      JobReport.print(job, client, terminal);
      JobReport.stages(job).forEach(line -> terminal.result("  " + line));
    }
    return job.finished() ? JobReport.exitCode(job) : ExitCode.OK;
  }
}
