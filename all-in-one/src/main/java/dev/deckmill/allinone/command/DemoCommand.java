package dev.deckmill.allinone.command;

import dev.deckmill.allinone.client.Job;
import dev.deckmill.allinone.client.JobClient;
import dev.deckmill.allinone.client.Submission;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.pages.PageFiles;
import dev.deckmill.allinone.process.Ending;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "demo",
    description = {
      "Starts everything, turns the sample pages into a deck, and ends everything again.",
      "Kafka, PostgreSQL, a stand-in for Google Drive and the four services each run as a process"
          + " of their own; nothing is left behind but the deck."
    })
final class DemoCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "SVG files or directories of them. Default: the pages in examples/.")
  private List<Path> files = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "deckmill-demo.pptx",
      description = "Where the deck is written (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps data and logs in this directory. Default: a temporary one, removed at the end.")
  private @Nullable Path directory;

  private static final int ANY_PORT = 0;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    List<Path> pages =
        PageFiles.of(
            files.isEmpty() ? List.of(Path.of(System.getProperty("deckmill.examples"))) : files);
    Installation installation = Installation.ofThisProcess();
    try (var ending = new Ending()) {
      Workspace workspace = ending.with(Workspace.open(directory));
      SetSession session =
          ending.with(
              new SetSession(
                  installation, workspace.data(), ANY_PORT, Lifetime.BRIEF, Map.of(), terminal));
      session.start();
      return runJob(session, pages);
    }
  }

  private int runJob(SetSession session, List<Path> pages)
      throws IOException, InterruptedException {
    JobClient client = session.client();
    Map<String, String> options = new LinkedHashMap<>();
    options.put("title", "Deckmill demo");
    options.put("delivery", "drive");
    Job accepted = client.submit(new Submission(pages, options));
    terminal.note("Job " + accepted.id() + ": " + pages.size() + " pages");
    Job job = new JobWatch(client, terminal).untilFinished(accepted);
    JobReport.print(job, client, terminal);
    terminal.result("");
    JobReport.stages(job).forEach(line -> terminal.result("  " + line));
    terminal.result("");
    if (job.hasDeck()) {
      client.download(job.id(), output);
      terminal.result(
          "The deck: " + output.toAbsolutePath() + " (" + Files.size(output) / 1024 + " kB)");
    }
    return JobReport.exitCode(job);
  }
}
