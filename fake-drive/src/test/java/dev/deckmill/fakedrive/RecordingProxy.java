package dev.deckmill.fakedrive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Stands between a client and the stand-in and writes down what each says, without secrets. */
final class RecordingProxy implements AutoCloseable {
  private static final Set<String> KEPT =
      Set.of(
          "content-type",
          "content-range",
          "range",
          "location",
          "x-upload-content-type",
          "x-upload-content-length",
          "x-http-method-override");
  private static final Set<String> HOP_BY_HOP =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI target;
  private final List<String> calls = new ArrayList<>();

  RecordingProxy(URI target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The calls since the last time that somebody asked. */
  String taken() {
    String all = String.join("\n", calls);
    calls.clear();
    return all;
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<byte[]> answer;
    try {
      answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    calls.add(
        "%s %s\n%s\n%s\n\n%d\n%s\n%s\n"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers(exchange.getRequestHeaders()),
                text(zipped ? unzipped(body) : body),
                answer.statusCode(),
                headers(answer.headers().map()),
                text(answer.body())));
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    exchange.sendResponseHeaders(
        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }

  private static String headers(java.util.Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> KEPT.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .map(
            header ->
                header.getKey().toLowerCase(Locale.ROOT)
                    + ": "
                    + String.join(", ", header.getValue()))
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).replace("\r\n", "\n");
    return text.startsWith("{") || text.isEmpty() ? text : "(" + body.length + " bytes)";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
