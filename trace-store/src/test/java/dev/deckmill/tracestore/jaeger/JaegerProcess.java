package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.testing.Spans;
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

  private static final Path CONFIGS = Path.of("../deploy/jaeger");
  private static final Pattern OPENED = Pattern.compile("0\\.0\\.0\\.0:([0-9]+)");
  private static final String PAGE = "16686";
  private static final String QUERY = "16685";
  private static final String RECEIVER = "4317";
  private static final String STORAGE = "api-service:17271";

  private final Process process;
  private final Map<String, Integer> ports;

  private JaegerProcess(Process process, Map<String, Integer> ports) {
    this.process = process;
    this.ports = Map.copyOf(ports);
  }

  /** One that has nothing of its own and reads what is kept behind that port. */
  static JaegerProcess onStorage(Path directory, int storagePort) throws IOException {
    String config = Files.readString(CONFIGS.resolve("storage.yaml"));
    if (!config.contains(STORAGE)) {
      throw new IllegalStateException("storage.yaml does not name " + STORAGE);
    }
    return start(directory, config.replace(STORAGE, "127.0.0.1:" + storagePort));
  }

  /** One that keeps in its memory what it is sent. */
  static JaegerProcess onMemory(Path directory) throws IOException {
    return start(directory, Files.readString(CONFIGS.resolve("config.yaml")));
  }

  private static JaegerProcess start(Path directory, String text) throws IOException {
    Map<String, Integer> moved = new HashMap<>();
    StringBuilder config = new StringBuilder();
    Matcher opened = OPENED.matcher(text);
    while (opened.find()) {
      int port = freePort();
      moved.put(opened.group(1), port);
      opened.appendReplacement(config, "127.0.0.1:" + port);
    }
    opened.appendTail(config);
    Path file = directory.resolve("jaeger.yaml");
    Files.writeString(file, config);
    ProcessBuilder program =
        new ProcessBuilder(System.getenv(BINARY), "--config", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("jaeger.log").toFile());
    program.environment().put("DECKMILL_SPANS_TOKEN", Spans.TOKEN);
    return new JaegerProcess(program.start(), moved);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where its page and its HTTP API are. */
  int port() {
    return moved(PAGE);
  }

  /** Where its gRPC API is. */
  int queryPort() {
    return moved(QUERY);
  }

  /** Where it takes spans by OTLP over gRPC. */
  int receiverPort() {
    return moved(RECEIVER);
  }

  private int moved(String port) {
    return Objects.requireNonNull(ports.get(port), port);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
