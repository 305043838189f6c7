package dev.deckmill.api.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A drive-service that gives the answer it was told to give and remembers what it was asked. */
public final class FakeDriveService implements QuarkusTestResourceLifecycleManager {
  /** What it wants to be shown. */
  public static final String TOKEN = "link-token-of-the-test-0123456789abcdef";

  /** One question as it came. */
  public record Asked(String method, String path, String authorization, String body) {}

  private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
  private static volatile int status = 200;
  private static volatile String answer = "{}";
  private @Nullable HttpServer server;

  /** What it answers from now on. */
  public static void answers(int newStatus, String json) {
    ASKED.clear();
    status = newStatus;
    answer = json;
  }

  /** What it was asked since. */
  public static List<Asked> asked() {
    return List.copyOf(ASKED);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", FakeDriveService::take);
    server.start();
    return Map.of(
        "deckmill.api.drive-link.url",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "deckmill.api.drive-link.token",
        TOKEN,
        "deckmill.api.deliveries",
        "drive,files");
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      ASKED.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getRawPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
