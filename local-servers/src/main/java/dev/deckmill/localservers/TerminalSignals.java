package dev.deckmill.localservers;

import java.util.List;
import java.util.stream.Stream;

/**
 * Ctrl-C and a closed terminal signal all processes of the terminal at once, which would end
 * servers while others still write to them.
 */
public final class TerminalSignals {
  // What a shell ignores stays ignored over exec.
  private static final List<String> SHELL =
      List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

  private TerminalSignals() {}

  /** A command line that runs {@code command} so that it ignores SIGINT and SIGHUP. */
  public static List<String> ignoredBy(List<String> command) {
    return Stream.concat(SHELL.stream(), command.stream()).toList();
  }
}
