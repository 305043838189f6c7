package dev.deckmill.allinone.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a foreign program.
 *
 * @param log what it writes goes here
 * @param longest how long it may take
 */
record ForeignProgram(Path log, Duration longest) {
  /**
   * Runs it to its end.
   *
   * @throws IOException if it can't be started, takes too long or fails; says where its output is
   */
  void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failed(command, "took more than " + longest.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failed(command, "ended with " + process.exitValue());
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private IOException failed(List<String> command, String how) {
    String program = Path.of(command.getFirst()).getFileName().toString();
    String where = Files.exists(log) ? "; what it wrote is in " + log : "";
    return new IOException(program + " " + how + where);
  }
}
