package dev.deckmill.allinone.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a process of its own, as the launcher starts it. */
final class CommandRun {
  private final Process process;
  private final Path output;

  private CommandRun(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static CommandRun start(Path directory, String... arguments) throws IOException {
    Path home = Path.of(System.getProperty("deckmill.home"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Ddeckmill.home=" + home);
    command.add("-jar");
    command.add(home.resolve("lib/all-in-one.jar").toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(directory, "run", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new CommandRun(process, output);
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  String output() throws IOException {
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  /** Waits for its end; returns its exit code. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  void kill() {
    process.destroyForcibly();
  }

  /** As Ctrl-C and service managers do. */
  void terminate() {
    process.destroy();
  }
}
