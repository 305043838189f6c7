package dev.deckmill.tracestore.otlp;

import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;
import dev.deckmill.service.testing.EndedSpans;
import dev.deckmill.service.testing.Rows;
import dev.deckmill.tracestore.KnownJobs;
import dev.deckmill.tracestore.TenantView;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class SpanRouteTest {
  /** Sends bytes as they are. */
  private static final RestAssuredConfig BYTES =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs("application/x-protobuf", ContentType.BINARY));

  @Inject KnownJobs jobs;

  @Test
  void hasStoredTheSpansWhenItAnswers() throws InvalidProtocolBufferException {
    TraceId trace = Spans.newTrace();
    Response answer =
        posted(
            Spans.request("svc", List.of(Spans.span(trace, 1, "a"), Spans.span(trace, 2, "b")))
                .toByteArray());
    assertThat(ExportTraceServiceResponse.parseFrom(answer.asByteArray()))
        .isEqualTo(ExportTraceServiceResponse.getDefaultInstance());
    assertThat(spansOf(trace)).isEqualTo(2);
  }

  @Test
  void takesGzip() throws IOException {
    TraceId trace = Spans.newTrace();
    byte[] zipped = gzip(Spans.request("svc", List.of(Spans.span(trace, 1, "a"))).toByteArray());
    post(zipped, "gzip").then().statusCode(200);
    assertThat(spansOf(trace)).isEqualTo(1);
  }

  @Test
  void storesARequestThatComesAgainOnce() {
    TraceId trace = Spans.newTrace();
    Span.Link link =
        Span.Link.newBuilder()
            .setTraceId(Spans.span(trace, 1, "a").getTraceId())
            .setSpanId(Spans.id(9))
            .build();
    byte[] body =
        Spans.request("svc", List.of(Spans.span(trace, 1, "a").addLinks(link))).toByteArray();
    posted(body);
    posted(body);
    assertThat(spansOf(trace)).isEqualTo(1);
    assertThat(
            Rows.number(
                "select count(*) from api.span_link where trace_id = :trace",
                Map.of("trace", trace.bytes())))
        .isEqualTo(1);
  }

  @Test
  void keepsTheSpansThatAreFitAndCountsTheOthers() throws InvalidProtocolBufferException {
    TraceId trace = Spans.newTrace();
    Instant longAgo = Instant.now().minus(Duration.ofDays(30));
    Instant inTheFuture = Instant.now().plus(Duration.ofDays(2));
    Response answer =
        posted(
            Spans.request(
                    "svc",
                    List.of(
                        Spans.span(trace, 1, "fit"),
                        Spans.span(trace, 2, "old", longAgo, Duration.ofMillis(1)),
                        Spans.span(trace, 3, "early", inTheFuture, Duration.ofMillis(1)),
                        Spans.span(trace, 0, "no id"),
                        Spans.span(trace, 4, "odd parent")
                            .setParentSpanId(Spans.span(trace, 1, "").getTraceId()),
                        Spans.span(new TraceId(0, 0), 5, "no trace")))
                .toByteArray());
    ExportTraceServiceResponse taken = ExportTraceServiceResponse.parseFrom(answer.asByteArray());
    assertThat(taken.getPartialSuccess().getRejectedSpans()).isEqualTo(5);
    assertThat(taken.getPartialSuccess().getErrorMessage()).contains("last 14 days");
    assertThat(spansOf(trace)).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoOtlp() throws IOException {
    for (byte[] body : List.of(new byte[] {1, 2, 3, (byte) 0xff}, new byte[] {123, 125})) {
      Response refused = post(body, "identity");
      refused.then().statusCode(400);
      assertThat(Status.parseFrom(refused.asByteArray()).getMessage())
          .contains("ExportTraceServiceRequest");
    }
    post(new byte[] {1, 2, 3}, "gzip").then().statusCode(400);
  }

  @Test
  void takesProtobufAlone() {
    given()
        .header("Authorization", Spans.AUTHORIZATION)
        .contentType("application/json")
        .body("{}")
        .post("/v1/traces")
        .then()
        .statusCode(415);
  }

  /** The tests come from this machine, as whatever a proxy on it forwards would. */
  @Test
  void takesNothingFromThisMachineWithoutTheToken() throws IOException {
    Response refused =
        given()
            .config(BYTES)
            .header("Content-Type", "application/x-protobuf")
            .body(new byte[0])
            .post("/v1/traces");
    refused.then().statusCode(401);
    assertThat(Status.parseFrom(refused.asByteArray()).getMessage()).contains("Bearer");
  }

  @Test
  void doesNotInflateMoreThanARequestMayHave() throws IOException {
    post(gzip(new byte[9 << 20]), "gzip").then().statusCode(400);
  }

  @Test
  void givesASpanTheTenantOfItsJobAndNoOther() {
    String job = jobs.newJob("acme");
    TraceId trace = Spans.newTrace();
    posted(
        Spans.request(
                "svc",
                List.of(
                    Spans.span(trace, 1, "mine")
                        .addAttributes(text("deckmill.job.id", job))
                        .addAttributes(number("deckmill.page.number", 1)),
                    Spans.span(trace, 2, "of a job nobody knows")
                        .addAttributes(text("deckmill.job.id", "01unknown")),
                    Spans.span(trace, 3, "of none")))
            .toByteArray());
    assertThat(namesSeenBy("acme", trace)).containsExactly("mine");
    assertThat(namesSeenBy("other", trace)).isEmpty();
    assertThat(spansOf(trace)).isEqualTo(3);
    assertThat(
            Rows.number(
                "select page_number from api.span where job_id = :job and trace_id = :trace",
                Map.of("job", job, "trace", trace.bytes())))
        .isEqualTo(1);
  }

  @Test
  void isNotTracedItself() {
    EndedSpans.NAMES.clear();
    given().get("/elsewhere").then().statusCode(404);
    posted(Spans.request("svc", List.of(Spans.span(Spans.newTrace(), 1, "a"))).toByteArray());
    assertThat(EndedSpans.NAMES)
        .anyMatch(name -> name.startsWith("GET"))
        .noneMatch(name -> name.contains("/v1/traces") || name.contains("INSERT api.span"));
  }

  @Test
  void storesManyAtOnce() {
    TraceId trace = Spans.newTrace();
    posted(
        Spans.request(
                "svc",
                LongStream.rangeClosed(1, 12_000)
                    .mapToObj(id -> Spans.span(trace, id, "n"))
                    .toList())
            .toByteArray());
    assertThat(spansOf(trace)).isEqualTo(12_000);
  }

  private static List<String> namesSeenBy(String tenant, TraceId trace) {
    return TenantView.as(
        tenant,
        tx ->
            tx.handle()
                .createQuery("select name from api.span where trace_id = :trace")
                .bind("trace", trace.bytes())
                .mapTo(String.class)
                .list());
  }

  private static long spansOf(TraceId trace) {
    return Rows.number(
        "select count(*) from api.span where trace_id = :trace", Map.of("trace", trace.bytes()));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static Response posted(byte[] body) {
    Response answer = post(body, "identity");
    answer.then().statusCode(200);
    return answer;
  }

  private static Response post(byte[] body, String encoding) {
    return given()
        .config(BYTES)
        .header("Authorization", Spans.AUTHORIZATION)
        .header("Content-Type", "application/x-protobuf")
        .header("Content-Encoding", encoding)
        .body(body)
        .post("/v1/traces");
  }
}
