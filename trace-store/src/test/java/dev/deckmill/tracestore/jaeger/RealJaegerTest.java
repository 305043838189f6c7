package dev.deckmill.tracestore.jaeger;

import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Jaeger v2 with {@code deploy/jaeger/storage.yaml} shows what is kept here, and one with {@code
 * config.yaml} what it is sent.
 */
@QuarkusTest
@Servers
@EnabledIfEnvironmentVariable(
    named = JaegerProcess.BINARY,
    matches = ".+",
    disabledReason = "JAEGER_BIN names no program of Jaeger v2")
final class RealJaegerTest {
  private static final Duration STARTED = Duration.ofMinutes(2);

  private final String service = "real-" + Spans.newTrace().hex();
  private final Instant start = Instant.now().minusSeconds(600);

  @Inject JaegerClient jaeger;
  @TempDir Path directory;

  @Test
  void showsTheTracesThatAreKept() throws IOException, InterruptedException {
    TraceId trace = Spans.newTrace();
    jaeger.write(
        Spans.from(
            service,
            List.of(),
            List.of(
                Spans.span(trace, 1, "serve", start, Duration.ofMillis(20))
                    .setKind(SpanKind.SPAN_KIND_SERVER)
                    .addAttributes(text("where", service))
                    .addAttributes(number("n", 123)))),
        Spans.from(
            service + "-called",
            List.of(),
            List.of(
                Spans.span(trace, 2, "work", start.plusMillis(1), Duration.ofMillis(9))
                    .setParentSpanId(Spans.id(1)))));
    TraceId large = Spans.newTrace();
    jaeger.write(
        Spans.from(
            service,
            List.of(),
            LongStream.rangeClosed(1, 10_008)
                .mapToObj(id -> Spans.span(large, id, "many", start, Duration.ofMillis(id)))
                .toList()));
    try (JaegerProcess process = JaegerProcess.onStorage(directory, jaeger.port())) {
      await()
          .atMost(STARTED)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(get(process, "services"))
                      .extracting(JsonNode::asText)
                      .contains(service, service + "-called"));
      JsonNode whole = get(process, "traces/" + trace.hex());
      assertThat(whole).hasSize(1);
      assertThat(whole.get(0).path("spans"))
          .extracting(span -> span.path("operationName").asText())
          .containsExactlyInAnyOrder("serve", "work");
      assertThat(get(process, "traces/" + large.hex()).get(0).path("spans")).hasSize(10_008);
      assertThat(found(process, "{\"where\":\"" + service + "\",\"n\":\"123\"}"))
          .containsExactly(trace.hex());
      assertThat(found(process, "{\"where\":\"elsewhere\"}")).isEmpty();
      try (var anyService = new JaegerSearch(process.queryPort())) {
        assertThat(anyService.byTag("where", service, start.minusSeconds(60), Instant.now()))
            .containsExactly(trace.hex());
        assertThat(anyService.byTag("where", "nowhere", start.minusSeconds(60), Instant.now()))
            .isEmpty();
      }
      assertThat(get(process, "services/" + service + "/operations"))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrder("many", "serve");
      assertThat(get(process, "dependencies?lookback=3600000&endTs=" + millis(Instant.now())))
          .anyMatch(
              call ->
                  call.path("parent").asText().equals(service)
                      && call.path("child").asText().equals(service + "-called")
                      && call.path("callCount").asInt() == 1);
    }
  }

  @Test
  void showsTheTracesThatItIsSent() throws IOException, InterruptedException {
    TraceId trace = Spans.newTrace();
    ResourceSpans sent =
        Spans.from(
            service,
            List.of(),
            List.of(
                Spans.span(trace, 1, "serve", start, Duration.ofMillis(20)),
                Spans.span(trace, 2, "work", start, Duration.ofMillis(9))
                    .setParentSpanId(Spans.id(1))));
    try (JaegerProcess process = JaegerProcess.onMemory(directory)) {
      await()
          .atMost(STARTED)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(rejected(process, sent)).isZero());
      await()
          .atMost(STARTED)
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(get(process, "services"))
                      .extracting(JsonNode::asText)
                      .contains(service));
      assertThat(get(process, "traces/" + trace.hex()).get(0).path("spans"))
          .extracting(span -> span.path("operationName").asText())
          .containsExactlyInAnyOrder("serve", "work");
    }
  }

  private static long rejected(JaegerProcess process, ResourceSpans spans) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", process.receiverPort()).usePlaintext().build();
    try {
      return TraceServiceGrpc.newBlockingStub(channel)
          .export(Spans.request(spans))
          .getPartialSuccess()
          .getRejectedSpans();
    } finally {
      channel.shutdownNow();
    }
  }

  private List<String> found(JaegerProcess process, String tags)
      throws IOException, InterruptedException {
    JsonNode traces =
        get(
            process,
            "traces?service=%s&limit=20&start=%d000&end=%d000&tags=%s"
                .formatted(
                    service,
                    millis(start.minusSeconds(60)),
                    millis(Instant.now()),
                    URLEncoder.encode(tags, UTF_8)));
    return traces.findValuesAsText("traceID").stream().distinct().toList();
  }

  private static long millis(Instant at) {
    return at.toEpochMilli();
  }

  private static JsonNode get(JaegerProcess process, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:%d/api/%s".formatted(process.port(), path)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return new ObjectMapper().readTree(answer.body()).path("data");
    }
  }
}
