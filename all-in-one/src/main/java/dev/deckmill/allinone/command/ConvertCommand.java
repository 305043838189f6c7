package dev.deckmill.allinone.command;

import dev.deckmill.allinone.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "convert", description = "Makes a deck of pages without any server.")
final class ConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.note("waits for the engine");
    return ExitCode.SET_UP;
  }
}
