package dev.deckmill.allinone.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running process that a {@link Launch} started, from its start to its end. */
final class ServiceProcess implements Part.Running {
  /**
   * Ctrl-C goes to all processes of a terminal at once. The children ignore it, so that the
   * supervisor can end them in order; what is ignored stays ignored over {@code exec}.
   */
  private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

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
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DEAF_TO_THE_TERMINAL, "sh"));
    command.addAll(launch.command());
    var builder = new ProcessBuilder(command);
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
