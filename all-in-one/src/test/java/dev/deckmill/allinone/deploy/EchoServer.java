package dev.deckmill.allinone.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Stands where api-service would, answers 200, and keeps what arrived. */
final class EchoServer implements AutoCloseable {
  /** A request as it came through. Names of headers don't heed case. */
  record Arrived(
      String method, String pathAndQuery, Map<String, List<String>> headers, ByteBuffer body) {
    @Nullable String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : String.join(", ", values);
    }
  }

  private final HttpServer server;
  private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();

  EchoServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The requests since the last call. */
  List<Arrived> takeArrived() {
    var taken = List.copyOf(arrived);
    arrived.removeAll(taken);
    return taken;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      ByteBuffer body = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
      arrived.add(
          new Arrived(
              exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
      exchange.getResponseHeaders().add("X-Request-Id", "of-the-service");
      exchange.getResponseHeaders().add("X-Trace-Id", "of-the-service");
      // As a framework makes it of a path.
      exchange
          .getResponseHeaders()
          .add("Location", "http://" + headers.get("Host").getFirst() + "/v1/jobs/7");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
