package dev.deckmill.allinone.process;

import dev.deckmill.localservers.TerminalSignals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A running process that a {@link Launch} started, from its start to its end. It ignores the
 * terminal's signals, so that the supervisor can end the processes in order.
 */
final class ServiceProcess implements Part.Running {
  private static final int LOG_LINES = 12;

  private final Launch launch;
  private final Process process;
  private final Guardian guardian;

  private ServiceProcess(Launch launch, Process process, Guardian guardian) {
    this.launch = launch;
    this.process = process;
    this.guardian = guardian;
  }

  static ServiceProcess start(Launch launch, Guardian guardian) throws IOException {
    var builder = new ProcessBuilder(TerminalSignals.ignoredBy(launch.command()));
    builder.environment().putAll(launch.environment());
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
            .start();
    guardian.guard(process.pid());
    return new ServiceProcess(launch, process, guardian);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean alive() {
    return process.isAlive();
  }

  @Override
  public boolean ready() throws InterruptedException {
    return launch.readiness().ready();
  }

  @Override
  public int waitFor() throws InterruptedException {
    int code = process.waitFor();
    guardian.release(process.pid());
    return code;
  }

  @Override
  public String lastWords() throws IOException {
    String log = new String(Files.readAllBytes(launch.log()), StandardCharsets.UTF_8);
    List<String> lines = log.lines().toList();
    return lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).stream()
        .map(LogLine::readable)
        .collect(Collectors.joining("\n  "));
  }

  @Override
  public void stop() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(launch.grace().toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
