package dev.deckmill.drive.s3;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A server that speaks S3, of another make than our client: moto, from PyPI. */
final class MotoServer implements AutoCloseable {
  /** What a machine without it has to do. */
  static final String MISSING =
      "No S3 server: these tests need python3 with moto (pip install 'moto[server]==5.2.1')";

  private final Process process;
  private final URI url;

  private MotoServer(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static boolean available() throws IOException, InterruptedException {
    try {
      Process probe =
          new ProcessBuilder("python3", "-c", "import moto.server, moto.s3")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException noPython) {
      return false;
    }
  }

  static MotoServer start(Path directory) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path log = Files.createFile(directory.resolve("moto.log"));
    Process process =
        new ProcessBuilder(
                List.of(
                    "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    MotoServer server = new MotoServer(process, URI.create("http://127.0.0.1:" + port));
    Awaitility.await("moto answers")
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> server.request("GET", "/moto-api/data.json", ""), status -> status == 200);
    return server;
  }

  URI url() {
    return url;
  }

  /** A request without credentials, which moto takes. */
  int request(String method, String path, String body) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(url.resolve(path))
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
