package dev.deckmill.allinone.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deckmill.allinone.project.ProjectFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real nginx with the project's configuration; only where it listens and what it stands before is
 * the test's.
 */
public final class Gateway implements AutoCloseable {
  private static final int PORT_TRIES = 5;

  private final Process process;
  private final URI address;

  private Gateway(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it in an empty directory. Where there is no nginx, the test is skipped and says so. */
  public static Gateway start(Path dir, String apiService)
      throws IOException, InterruptedException {
    String program = program();
    copyConfiguration(dir);
    for (int i = 0; i < PORT_TRIES; i++) {
      int port = freePort();
      Files.writeString(
          dir.resolve("place.conf"),
          "listen 127.0.0.1:%d;\nset $api_service %s;\n".formatted(port, apiService));
      Process process = run(program, dir, "-g", "daemon off; master_process off;");
      var gateway = new Gateway(process, URI.create("http://127.0.0.1:" + port));
      if (gateway.comesUp()) {
        return gateway;
      }
      gateway.close();
    }
    throw new IOException("nginx did not start: " + Files.readString(dir.resolve("log")));
  }

  /** nginx's own check of the configuration in {@code dir}; its complaints, or nothing. */
  static String check(Path dir) throws IOException, InterruptedException {
    int status = run(program(), dir, "-t").waitFor();
    return status == 0 ? "" : Files.readString(dir.resolve("log"));
  }

  /**
   * Lays the configuration into {@code dir}, without the operators' part, which has fixed ports.
   */
  static void copyConfiguration(Path dir) throws IOException {
    try (Stream<Path> files = Files.list(ProjectFiles.at("deploy/gateway"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, dir.resolve(file.getFileName().toString()));
      }
    }
  }

  public URI at(String pathAndQuery) {
    return URI.create(address + pathAndQuery);
  }

  int port() {
    return address.getPort();
  }

  private boolean comesUp() throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(at("/gateway/health")).build();
      while (process.isAlive()) {
        try {
          return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
          // Not listening yet; when it never will, its process ends.
          TimeUnit.MILLISECONDS.sleep(20);
        }
      }
      return false;
    }
  }

  private static Process run(String program, Path dir, String... arguments) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(program, "-p", dir + "/", "-c", dir.resolve("nginx.conf").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(dir.resolve("log").toFile()))
        .start();
  }

  private static String program() {
    Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
    Optional<Path> found =
        Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
            .map(dir -> Path.of(dir, "nginx"))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        found.isPresent(),
        "There is no nginx here to run the gateway's configuration; Debian's package nginx-light has it");
    return found.orElseThrow().toString();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
