package dev.deckmill.allinone.command;

import dev.deckmill.allinone.local.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "bench", description = "Measures parts of Deckmill on this machine.")
final class BenchCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "Which part? There are: engine, field, pipeline, start, trace");
    }
  }

  @Command(
      name = "engine",
      description = {
        "Measures what a page costs the engine, from its bytes to the deflated slide.",
        "One thread, warm, with JMH: processor time, time by the clock, memory allocated. S is like"
            + " a slide (5 kB), M a chart (80 kB), L a map (1.9 MB), XL a file of 20 MB."
      })
  static final class Engine implements Callable<Integer> {
    @Parameters(
        arity = "0..*",
        paramLabel = "DIR",
        description = "Directories of SVG files; each is measured as well.")
    private List<Path> directories = List.of();

    @Option(
        names = "--pages",
        paramLabel = "SET",
        split = ",",
        defaultValue = "S,M,L,XL",
        description = "Which of the made pages (default: ${DEFAULT-VALUE}).")
    private List<Size> sizes = List.of();

    @Option(
        names = "--rounds",
        paramLabel = "COUNT",
        defaultValue = "5",
        description = "Rounds to warm up and as many to measure (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
        names = "--seconds",
        paramLabel = "COUNT",
        defaultValue = "2",
        description = "Length of a round (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Also writes the table to this file, in Markdown.")
    private @Nullable Path output;

    /** The made pages. */
    enum Size {
      S,
      M,
      L,
      XL
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
      for (Path directory : directories) {
        if (!Files.isDirectory(directory)) {
          throw new NotDirectoryException(directory.toString());
        }
      }
      int ended =
          new ProcessBuilder(command(Installation.ofThisProcess())).inheritIO().start().waitFor();
      return ended == 0 ? ExitCode.OK : ExitCode.FAULT;
    }

    private List<String> command(Installation installation) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(installation.java().toString());
      command.add("-cp");
      command.add(installation.benchClassPath());
      command.add("dev.deckmill.bench.EngineBench");
      command.add(installation.home().toString());
      command.add(output == null ? "" : output.toAbsolutePath().toString());
      command.add(Integer.toString(rounds));
      command.add(Integer.toString(seconds));
      sizes.forEach(size -> command.add(size.name()));
      directories.forEach(directory -> command.add(directory.toAbsolutePath().toString()));
      return command;
    }
  }
}
