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
    name = "retry",
    description = {
      "Has a job that came to its end go on: its failed pages, its delivery, or all of it.",
      "Ends with 0 when that was accepted; with --follow when the job succeeded, else with 1."
    })
final class RetryCommand implements Callable<Integer> {
  /** What is done once more, as the API names it. */
  enum Scope {
    failed_pages,
    delivery,
    all
  }

  @Parameters(paramLabel = "JOB", description = "The id that submit printed.")
  private String id = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "failed_pages",
      description = "${COMPLETION-CANDIDATES}. Default: failed_pages.")
  private Scope scope = Scope.failed_pages;

  @Option(names = "--follow", description = "Waits for the end and shows how far the job is.")
  private boolean follow;

  @Option(names = "--json", description = "Prints the API's own answer.")
  private boolean json;

  @Mixin private final ServerOptions server = new ServerOptions();

  private final Terminal terminal;

  RetryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    JobClient client = server.client();
    String answer = client.retry(id, scope.name());
    Job job = client.read(answer);
    if (!follow) {
      terminal.result(json ? answer : job.id() + " is " + job.state());
      return ExitCode.OK;
    }
    Job done = new JobWatch(client, terminal).untilFinished(job);
    if (json) {
      terminal.result(client.jobAsJson(done.id()));
    } else {
      JobReport.print(done, client, terminal);
    }
    return JobReport.exitCode(done);
  }
}
