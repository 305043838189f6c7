package dev.deckmill.allinone.command;

import dev.deckmill.allinone.command.option.ServerOptions;
import dev.deckmill.allinone.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "download", description = "Fetches the deck of a job.")
final class DownloadCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB", description = "The id that submit printed.")
  private String id = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where the deck is written.")
  private Path output = Path.of("");

  @Mixin private final ServerOptions server = new ServerOptions();

  private final Terminal terminal;

  DownloadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    server.client().download(id, output);
    terminal.result("deck written to " + output);
    return ExitCode.OK;
  }
}
