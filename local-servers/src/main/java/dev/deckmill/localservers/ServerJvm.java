package dev.deckmill.localservers;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server's process, seen from the one that started it. Its standard input stays open as long as
 * this process lives; the child ends at its end.
 */
final class ServerJvm implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final int LOG_TAIL_LINES = 15;

  private final String name;
  private final Path log;
  private final Process process;
  private final Writer toChild;

  /** The child's answers; the last one says that there will be no more. */
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private ServerJvm(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.toChild = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::readAnswers, name + "-answers");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code main} with the jars of {@code home}, its log in {@code dataDir}. */
  static ServerJvm start(
      String name, Path home, Path dataDir, List<String> flags, Class<?> main, List<String> args)
      throws IOException {
    Files.createDirectories(dataDir);
    Path log = dataDir.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of(
            "-cp", ServersHome.ownCode() + File.pathSeparator + home.resolve("*"), main.getName()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(TerminalSignals.ignoredBy(command));
    builder.redirectError(log.toFile());
    return new ServerJvm(name, log, builder.start());
  }

  /** What the child says once its server is up; it is ended if that does not come. */
  String started() throws IOException {
    try {
      return answer(START_LIMIT, "start");
    } catch (LocalServerException e) {
      close();
      throw e;
    }
  }

  /** Sends a command of one line and returns the answer to it. */
  synchronized String ask(String command) throws IOException {
    toChild.write(command + "\n");
    toChild.flush();
    return answer(ANSWER_LIMIT, command);
  }

  long pid() {
    return process.pid();
  }

  CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks the server to end, waits until it has, and kills it if it does not. */
  @Override
  public void close() throws IOException {
    try {
      toChild.close();
    } catch (IOException e) {
      // The pipe is broken when the child is already gone: then there is nothing left to ask.
      if (process.isAlive()) {
        throw e;
      }
    }
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String answer(Duration limit, String question) throws IOException {
    @Nullable String line;
    try {
      line = answers.poll(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for at '" + question + "'");
    }
    if (line == null) {
      throw failure("did not answer '" + question + "' in " + limit.toSeconds() + " s");
    }
    if (line.startsWith("error ")) {
      throw failure("failed at '" + question + "': " + line.substring("error ".length()));
    }
    return line.substring("ok ".length());
  }

  private LocalServerException failure(String what) {
    return new LocalServerException(
        "The local " + name + " " + what + ". Its log is " + log + logTail());
  }

  private String logTail() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      List<String> tail = lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
      return tail.isEmpty() ? " (empty)" : ", which ends:\n  " + String.join("\n  ", tail);
    } catch (IOException e) {
      return " (unreadable: " + e.getMessage() + ")";
    }
  }

  private void readAnswers() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(answers::add);
      answers.add("error its process ended");
    } catch (IOException | UncheckedIOException e) {
      answers.add("error its output broke: " + e.getMessage());
    }
  }
}
