package dev.deckmill.localservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that starts a server, prints its pid and is killed with no chance to clean up. */
final class OrphanMaker {
  private OrphanMaker() {}

  /** Arguments: kafka or postgres, data directory. */
  @SuppressWarnings({"resource", "MustBeClosedChecker"}) // that nobody closes it is the point
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[1]);
    long pid =
        args[0].equals("kafka")
            ? LocalKafka.start(ServersHome.find(), data, 0).pid()
            : LocalPostgres.start(ServersHome.find(), data, 0).pid();
    System.out.println(pid);
    Thread.sleep(Long.MAX_VALUE);
  }

  /** Returns the server's pid after its parent was killed. */
  static long startAndKill(String server, Path data) throws IOException {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddeckmill.servers.home=" + ServersHome.find(),
                "-cp",
                System.getProperty("java.class.path"),
                OrphanMaker.class.getName(),
                server,
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = parent.inputReader(UTF_8)) {
      return Long.parseLong(out.readLine());
    } finally {
      parent.destroyForcibly();
    }
  }

  /** Whether the process ends by itself. */
  static boolean ends(long pid) throws Exception {
    var process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return true;
    }
    try {
      process.get().onExit().get(30, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
