package dev.deckmill.allinone.command;

import dev.deckmill.allinone.terminal.Terminal;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
    name = "deckmill",
    description = "Turns SVG pages into one PowerPoint deck that a person can edit.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    versionProvider = DeckmillCommand.Version.class,
    footer = {
      "",
      "Besides these, ./deckmill test [MAVEN ARGUMENTS] builds everything and runs the tests.",
      "Exit codes: 0 done; 1 a page, the job or its delivery failed; 2 wrong usage;",
      "3 Deckmill can't be reached or refused; 4 something on this machine is missing;",
      "5 a fault of Deckmill's own."
    })
public final class DeckmillCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private DeckmillCommand() {}

  /** The whole command line, ready to be executed with a process's arguments. */
  public static CommandLine commandLine(Terminal terminal) {
    var completion = new CommandLine(new GenerateCompletion());
    return new CommandLine(new DeckmillCommand())
        .addSubcommand(new DemoCommand(terminal))
        .addSubcommand(new UpCommand(terminal))
        .addSubcommand(new PrepareCommand(terminal))
        .addSubcommand(new SubmitCommand(terminal))
        .addSubcommand(new StatusCommand(terminal))
        .addSubcommand(new TraceCommand(terminal))
        .addSubcommand(new JobsCommand(terminal))
        .addSubcommand(new CancelCommand(terminal))
        .addSubcommand(new RetryCommand(terminal))
        .addSubcommand(new DownloadCommand(terminal))
        .addSubcommand(new ConvertCommand(terminal))
        .addSubcommand(
            new CommandLine(new DriveCommand()).addSubcommand(new DriveCheckCommand(terminal)))
        .addSubcommand(
            new CommandLine(new BenchCommand())
                .addSubcommand(new BenchCommand.Engine())
                .addSubcommand(
                    new BenchFieldCommand(terminal, System.getenv().getOrDefault("PATH", "")))
                .addSubcommand(new BenchPipelineCommand(terminal))
                .addSubcommand(new BenchStartCommand(terminal))
                .addSubcommand(new BenchTraceCommand(terminal)))
        .addSubcommand(completion)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setOut(writer(terminal.out()))
        .setErr(writer(terminal.err()))
        .setExecutionExceptionHandler(new ErrorReport(terminal));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  /** The version that the build gave this jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Version.class.getPackage().getImplementationVersion();
      return new String[] {"Deckmill " + (version == null ? "(not packaged)" : version)};
    }
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "Which command?");
    }
  }
}
