package dev.deckmill.allinone.command;

import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.measure.LimitsProfile;
import dev.deckmill.allinone.measure.PipelineFigures;
import dev.deckmill.allinone.measure.PipelineRun;
import dev.deckmill.allinone.pages.PageFiles;
import dev.deckmill.allinone.process.Ending;
import dev.deckmill.allinone.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "pipeline",
    description = {
      "Measures one giant job, and jobs of one page alone and beside it, through all services.",
      "Starts a set of its own in a temporary directory. The figures are printed and written to a"
          + " file with the commit and the machine's load."
    })
final class BenchPipelineCommand implements Callable<Integer> {
  private static final int ANY_PORT = 0;

  @Option(
      names = "--pages",
      paramLabel = "COUNT",
      defaultValue = "10000",
      description = "Pages of the giant job (default: ${DEFAULT-VALUE}).")
  private int pages;

  @Option(
      names = "--warm-up",
      paramLabel = "COUNT",
      defaultValue = "30000",
      description = {
        "Pages of the jobs that go before (default: ${DEFAULT-VALUE}).",
        "With fewer, services that are still being compiled are measured."
      })
  private int warmUp;

  @Option(
      names = "--small-jobs",
      paramLabel = "COUNT",
      defaultValue = "50",
      description = "Jobs of one page to measure alone (default: ${DEFAULT-VALUE}).")
  private int smallJobs;

  @Option(
      names = "--limits",
      paramLabel = "PROFILE",
      defaultValue = "GIANT",
      description =
          "Which limits the set starts with: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private LimitsProfile limits = LimitsProfile.GIANT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the figures are written, default: bench-pipeline-DATE.md.")
  private @Nullable Path output;

  private final Terminal terminal;

  BenchPipelineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.ofThisProcess();
    try (var ending = new Ending()) {
      Workspace workspace = ending.with(Workspace.open(null));
      Path made = workspace.data().directory("pages");
      String surroundings = makePages(installation, made);
      SetSession session =
          ending.with(
              new SetSession(
                  installation,
                  workspace.data(),
                  ANY_PORT,
                  Lifetime.LASTING,
                  environment(),
                  terminal));
      session.start();
      var run =
          new PipelineRun(
              session.client(),
              session.deckmill().parts(),
              workspace.data().root(),
              terminal::note);
      PipelineFigures figures = run.measure(PageFiles.of(List.of(made)), warmUp, smallJobs);
      print(new PipelineReport(figures, limits, surroundings));
    }
    return ExitCode.OK;
  }

  /** Pages come as files, so no fetcher is needed. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(limits.environment());
    environment.put("DECKMILL_ROLES_FETCH", "true");
    return environment;
  }

  /** Has the pages made, and returns what the figures depend on. */
  private String makePages(Installation installation, Path directory)
      throws IOException, InterruptedException {
    Process maker =
        new ProcessBuilder(
                installation.java().toString(),
                "-cp",
                installation.benchClassPath(),
                "dev.deckmill.bench.SlideFiles",
                installation.home().toString(),
                directory.toString(),
                Integer.toString(pages))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(maker.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int code = maker.waitFor();
    if (code != 0) {
      throw new IOException("The pages could not be made: exit code " + code);
    }
    return said;
  }

  private void print(PipelineReport report) throws IOException {
    report.lines().forEach(terminal::result);
    Path file =
        output != null
            ? output
            : Path.of("bench-pipeline-" + LocalDate.now(ZoneOffset.UTC) + ".md");
    Files.writeString(file, report.markdown());
    terminal.note("Written to " + file.toAbsolutePath());
  }
}
