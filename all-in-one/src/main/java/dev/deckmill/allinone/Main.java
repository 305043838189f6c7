package dev.deckmill.allinone;

import dev.deckmill.allinone.command.DeckmillCommand;
import dev.deckmill.allinone.terminal.Terminal;

/** Runs one command. */
public final class Main {
  private Main() {}

  /** Ends the process with the command's exit code. */
  public static void main(String[] args) {
    System.exit(DeckmillCommand.commandLine(Terminal.ofProcess()).execute(args));
  }
}
