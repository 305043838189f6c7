package dev.deckmill.allinone.command;

import dev.deckmill.allinone.command.option.DataOption;
import dev.deckmill.allinone.local.DataDirectory;
import dev.deckmill.allinone.local.Installation;
import dev.deckmill.allinone.local.Lifetime;
import dev.deckmill.allinone.process.Ending;
import dev.deckmill.allinone.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = {
      "Runs Deckmill on this machine until Ctrl-C.",
      "Jobs and decks are kept from one run to the next; a process that dies is started again."
    })
final class UpCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where the API answers, 0 for any free port (default: ${DEFAULT-VALUE}).")
  private int port;

  @Mixin private final DataOption data = new DataOption();

  private final Terminal terminal;

  UpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Installation installation = Installation.ofThisProcess();
    try (var ending = new Ending()) {
      DataDirectory directory = ending.with(DataDirectory.open(data.directory()));
      SetSession session =
          ending.with(
              new SetSession(installation, directory, port, Lifetime.LASTING, Map.of(), terminal));
      session.start();
      terminal.result("URL    " + session.deckmill().apiUrl());
      terminal.result("key    " + session.deckmill().apiKey());
      terminal.result("Drive  " + session.deckmill().driveUrl() + " (a stand-in)");
      terminal.result("data   " + directory.root());
      terminal.note(
          "Submit pages with: ./deckmill submit FILES… --follow. Ctrl-C ends everything.");
      new CountDownLatch(1).await();
    }
    return ExitCode.OK;
  }
}
