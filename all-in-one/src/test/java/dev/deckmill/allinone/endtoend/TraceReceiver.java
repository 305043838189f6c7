package dev.deckmill.allinone.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An OTLP/HTTP endpoint that keeps the spans it is sent. */
final class TraceReceiver implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TraceReceiver.class.getName());

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile @Nullable Next next;

  private record Next(URI api, String token) {}

  TraceReceiver() throws IOException {
    server = opened(0);
    port = server.getAddress().getPort();
  }

  private HttpServer opened(int wanted) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    opened.createContext("/v1/traces", this::receive);
    // Metrics and logs are sent by whoever likes to; nobody asks for them here.
    opened.createContext("/", TraceReceiver::accept);
    opened.start();
    return opened;
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** From now on nobody listens there, until {@link #comeBack}. */
  void goAway() {
    server.stop(0);
  }

  /** Listens again, where it did. */
  void comeBack() throws IOException {
    server = opened(port);
  }

  /** As a collector does: sends on what comes from now on. */
  void sendOnTo(URI api, String token) {
    next = new Next(api, token);
  }

  /** What comes from now on stays here. */
  void sendOnNoMore() {
    next = null;
  }

  /** Those of one trace, as they came. */
  List<ReceivedSpan> trace(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  /** All, of whatever trace. */
  List<ReceivedSpan> all() {
    return List.copyOf(spans);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      InputStream body = exchange.getRequestBody();
      var request = ExportTraceServiceRequest.parseFrom(gzip ? new GZIPInputStream(body) : body);
      keep(request);
      sendOn(request);
      byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Who is not there does without, as behind a collector whose queue is full. */
  private void sendOn(ExportTraceServiceRequest request) {
    Next to = next;
    if (to == null) {
      return;
    }
    try {
      client.send(
          HttpRequest.newBuilder(URI.create(to.api() + "/v1/traces"))
              .header("Authorization", "Bearer " + to.token())
              .header("Content-Type", "application/x-protobuf")
              .POST(HttpRequest.BodyPublishers.ofByteArray(request.toByteArray()))
              .build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      LOG.log(Level.INFO, "spans were not taken: {0}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void accept(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void keep(ExportTraceServiceRequest request) {
    for (ResourceSpans resource : request.getResourceSpansList()) {
      String service = serviceName(resource.getResource());
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          spans.add(ReceivedSpan.of(service, span));
        }
      }
    }
  }

  private static String serviceName(Resource resource) {
    return resource.getAttributesList().stream()
        .filter(attribute -> attribute.getKey().equals("service.name"))
        .map(KeyValue::getValue)
        .map(value -> value.getStringValue())
        .findFirst()
        .orElse("?");
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
