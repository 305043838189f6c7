package dev.deckmill.api.jaeger;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Jaeger with our configuration, moved to ports that are free. */
final class JaegerProcess implements AutoCloseable {
  /** The variable that names the program. */
  static final String BINARY = "JAEGER_BIN";

  private static final Path CONFIG = Path.of("../deploy/jaeger/storage.yaml");
  private static final Pattern OPENED = Pattern.compile("0\\.0\\.0\\.0:([0-9]+)");
  private static final String PAGE = "16686";
  private static final String STORAGE = "api-service:17271";

  private final Process process;
  private final int port;

  private JaegerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static JaegerProcess start(Path directory, int storagePort) throws IOException {
    Map<String, Integer> moved = new HashMap<>();
    StringBuilder config = new StringBuilder();
    Matcher opened = OPENED.matcher(Files.readString(CONFIG));
    while (opened.find()) {
      int port = freePort();
      moved.put(opened.group(1), port);
      opened.appendReplacement(config, "127.0.0.1:" + port);
    }
    opened.appendTail(config);
    if (config.indexOf(STORAGE) < 0) {
      throw new IllegalStateException(CONFIG + " does not name " + STORAGE);
    }
    Path file = directory.resolve("jaeger.yaml");
    Files.writeString(file, config.toString().replace(STORAGE, "127.0.0.1:" + storagePort));
    ProcessBuilder program =
        new ProcessBuilder(System.getenv(BINARY), "--config", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("jaeger.log").toFile());
    program.environment().put("DECKMILL_SPANS_TOKEN", "none-is-asked-for");
    return new JaegerProcess(program.start(), Objects.requireNonNull(moved.get(PAGE)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where its page and its HTTP API are. */
  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
