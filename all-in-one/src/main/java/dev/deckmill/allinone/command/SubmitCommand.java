package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.PageSource;
import dev.deckmill.allinone.command.option.PageArguments;
import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.command.option.SubmissionOptions;
import dev.deckmill.allinone.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "submit",
    description = {
      "Submits pages to a running Deckmill and prints the job's id.",
      "Ends with 0 when the job was accepted; with --follow or -o when it succeeded, else with 1."
    })
final class SubmitCommand implements Callable<Integer> {
  @Mixin private final PageArguments pages = new PageArguments();
  @Mixin private final SubmissionOptions options = new SubmissionOptions();
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--follow", description = "Waits for the end and shows how far the job is.")
  private boolean follow;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Waits for the end and writes the deck there.")
  private @Nullable Path output;

  @Option(
      names = "--json",
      description = "Prints the API's own answer: the accepted job, or the finished one.")
  private boolean json;

  private final Terminal terminal;

  SubmitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<PageSource> sources = pages.sources();
    JobClient client = server.client();
    String answer = client.submitAsJson(sources, options.fields());
    Job job = client.read(answer);
    if (!follow && output == null) {
      terminal.result(json ? answer : job.id());
      return ExitCode.OK;
    }
    terminal.note("Job " + job.id());
    Job done = new JobWatch(client, terminal).untilFinished(job);
    if (json) {
      terminal.result(client.jobAsJson(done.id()));
    } else {
      JobReport.print(done, client, terminal);
    }
    if (output != null && done.hasDeck()) {
      client.download(done.id(), output);
      terminal.result("deck written to " + output);
    }
    return JobReport.exitCode(done);
  }
}
