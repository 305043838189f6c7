package dev.deckmill.localservers.child;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The line to the process that started this one. */
final class ParentLink {
  /** Answers one command of the parent. */
  @FunctionalInterface
  interface Commands {
    /** Does what {@code words} say and returns what to answer. */
    String run(String[] words) throws IOException;
  }

  private static final System.Logger LOG = System.getLogger(ParentLink.class.getName());
  private static final Duration EXIT_LIMIT = Duration.ofSeconds(25);

  private final PrintStream toParent;
  private final Commands commands;

  private ParentLink(PrintStream toParent, Commands commands) {
    this.toParent = toParent;
    this.commands = commands;
  }

  /** From here on standard output belongs to the link; what others print goes to the log. */
  static ParentLink open(Commands commands) {
    PrintStream toParent = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    ParentLink link = new ParentLink(toParent, commands);
    new Thread(link::listen, "parent-link").start();
    return link;
  }

  void ok(String answer) {
    toParent.println("ok " + answer);
  }

  /** Answers the parent with one line, and writes the whole to the log. */
  void error(Throwable trouble) {
    LOG.log(ERROR, "Failed", trouble);
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = Objects.requireNonNullElse(root.getMessage(), root.toString());
    toParent.println("error " + message.replaceAll("\\s+", " "));
  }

  private void listen() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        answer(line);
      }
    } catch (IOException e) {
      LOG.log(WARNING, "The line to the parent broke", e);
    }
    haltIfStuck();
    // The parent is gone, or wants us to be. The shutdown hooks stop the server.
    System.exit(0);
  }

  private void answer(String line) {
    try {
      ok(commands.run(line.split(" ")));
    } catch (IOException | RuntimeException e) {
      error(e);
    }
  }

  private static void haltIfStuck() {
    Thread watchdog =
        new Thread(
            () -> {
              try {
                Thread.sleep(EXIT_LIMIT);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(1);
            },
            "halt-if-stuck");
    watchdog.setDaemon(true);
    watchdog.start();
  }
}
