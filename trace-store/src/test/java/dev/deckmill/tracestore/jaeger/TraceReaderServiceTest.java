package dev.deckmill.tracestore.jaeger;

import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.text;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.deckmill.service.testing.EndedSpans;
import dev.deckmill.tracestore.jaeger.wire.GetOperationsRequest;
import dev.deckmill.tracestore.jaeger.wire.GetServicesRequest;
import dev.deckmill.tracestore.jaeger.wire.GetTraceParams;
import dev.deckmill.tracestore.jaeger.wire.GetTracesRequest;
import dev.deckmill.tracestore.jaeger.wire.Operation;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class TraceReaderServiceTest {
  /** gRPC's clients take no larger message unless told to. */
  private static final int TAKEN = 4 << 20;

  private final Instant start = Instant.now().minusSeconds(3_600);

  @Inject JaegerClient jaeger;

  @Test
  void givesATraceBackAsItWasSent() {
    TraceId trace = Spans.newTrace();
    ResourceSpans sent =
        Spans.from(
            "whole",
            List.of(number("host.cores", 2)),
            List.of(
                Spans.span(trace, 1, "root").setKind(SpanKind.SPAN_KIND_SERVER),
                Spans.span(trace, 2, "child")
                    .setParentSpanId(Spans.id(1))
                    .addAttributes(text("a", "b"))
                    .addEvents(Span.Event.newBuilder().setTimeUnixNano(5).setName("e"))
                    .addLinks(
                        Span.Link.newBuilder()
                            .setTraceId(ByteString.copyFrom(Spans.newTrace().bytes()))
                            .setSpanId(Spans.id(9)))));
    jaeger.write(sent);
    List<TracesData> chunks = jaeger.chunks(trace);
    assertThat(chunks).hasSize(1);
    assertThat(chunks.getFirst().getResourceSpansCount()).isEqualTo(1);
    ResourceSpans got = chunks.getFirst().getResourceSpans(0);
    assertThat(got.getResource().getAttributesList())
        .containsExactlyInAnyOrderElementsOf(sent.getResource().getAttributesList());
    assertThat(got.getScopeSpans(0).getScope()).isEqualTo(sent.getScopeSpans(0).getScope());
    assertThat(got.getScopeSpans(0).getSpansList())
        .containsExactlyInAnyOrderElementsOf(sent.getScopeSpans(0).getSpansList());
  }

  @Test
  void answersATraceThatIsNotThereWithNothing() {
    TraceId trace = Spans.newTrace();
    assertThat(jaeger.chunks(trace)).isEmpty();
    assertThat(jaeger.chunks()).isEmpty();
    TraceId there = Spans.newTrace();
    jaeger.write(Spans.from("svc", List.of(), List.of(Spans.span(there, 1, "a"))));
    assertThat(jaeger.chunks(trace, there)).hasSize(1);
  }

  @Test
  void refusesAnIdThatIsNone() {
    GetTracesRequest request =
        GetTracesRequest.newBuilder()
            .addQuery(GetTraceParams.newBuilder().setTraceId(Spans.id(1)))
            .build();
    assertThatThrownBy(() -> jaeger.reader().getTraces(request).hasNext())
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("16");
  }

  @Test
  void givesALargeTraceInMessagesThatClientsTake() {
    TraceId trace = Spans.newTrace();
    String long500 = "x".repeat(500);
    jaeger.write(
        Spans.from(
            "large",
            List.of(),
            LongStream.rangeClosed(1, 10_008)
                .mapToObj(
                    id ->
                        Spans.span(trace, id, "n", start.plusMillis(id), Duration.ofMillis(1))
                            .addAttributes(text("text", long500)))
                .toList()));
    List<TracesData> chunks = jaeger.chunks(trace);
    assertThat(chunks.stream().mapToLong(TracesData::getSerializedSize).sum()).isGreaterThan(TAKEN);
    assertThat(chunks)
        .allMatch(chunk -> chunk.getSerializedSize() <= TraceChunks.MAX_BYTES)
        .hasSizeLessThan(12);
    assertThat(chunks.stream().flatMap(JaegerClient::spansOf))
        .extracting(Span::getSpanId)
        .doesNotHaveDuplicates()
        .hasSize(10_008);
  }

  @Test
  void putsNoTwoTracesInOneMessage() {
    TraceId first = Spans.newTrace();
    TraceId second = Spans.newTrace();
    jaeger.write(
        Spans.from(
            "two", List.of(), List.of(Spans.span(first, 1, "a"), Spans.span(second, 1, "a"))));
    assertThat(jaeger.chunks(second, first, second))
        .extracting(chunk -> JaegerClient.spansOf(chunk).map(Span::getTraceId).distinct().toList())
        .containsExactly(
            List.of(ByteString.copyFrom(second.bytes())),
            List.of(ByteString.copyFrom(first.bytes())));
  }

  @Test
  void keepsSpansThatShareAnIdAsCallerAndCalledDo() {
    TraceId trace = Spans.newTrace();
    jaeger.write(
        Spans.from(
            "shared",
            List.of(),
            List.of(
                Spans.span(trace, 7, "call", start, Duration.ofMillis(9))
                    .setKind(SpanKind.SPAN_KIND_CLIENT),
                Spans.span(trace, 7, "call", start.plusMillis(1), Duration.ofMillis(5))
                    .setKind(SpanKind.SPAN_KIND_SERVER))));
    assertThat(jaeger.spans(trace))
        .extracting(Span::getSpanId, Span::getKind)
        .containsExactly(
            tuple(Spans.id(7), SpanKind.SPAN_KIND_CLIENT),
            tuple(Spans.id(7), SpanKind.SPAN_KIND_SERVER));
  }

  @Test
  void knowsTheServices() {
    TraceId trace = Spans.newTrace();
    jaeger.write(
        Spans.from("listed-1", List.of(), List.of(Spans.span(trace, 1, "a"))),
        Spans.from("listed-2", List.of(), List.of(Spans.span(trace, 2, "a"))));
    assertThat(
            jaeger.reader().getServices(GetServicesRequest.getDefaultInstance()).getServicesList())
        .contains("listed-1", "listed-2")
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsTheOperationsOfAServiceAndTheirKinds() {
    TraceId trace = Spans.newTrace();
    jaeger.write(
        Spans.from(
            "operating",
            List.of(),
            List.of(
                Spans.span(trace, 1, "plain"),
                Spans.span(trace, 2, "plain"),
                Spans.span(trace, 3, "serve").setKind(SpanKind.SPAN_KIND_SERVER),
                Spans.span(trace, 4, "ask").setKind(SpanKind.SPAN_KIND_CLIENT))));
    assertThat(operations("operating", ""))
        .extracting(Operation::getName, Operation::getSpanKind)
        .containsExactly(tuple("ask", "client"), tuple("plain", ""), tuple("serve", "server"));
    assertThat(operations("operating", "server"))
        .extracting(Operation::getName)
        .containsExactly("serve");
    assertThat(operations("operating", "no kind")).isEmpty();
    assertThat(operations("no service", "")).isEmpty();
  }

  private List<Operation> operations(String service, String kind) {
    return jaeger
        .reader()
        .getOperations(
            GetOperationsRequest.newBuilder().setService(service).setSpanKind(kind).build())
        .getOperationsList();
  }

  @Test
  void isNotTracedItself() {
    EndedSpans.NAMES.clear();
    TraceId trace = Spans.newTrace();
    jaeger.write(Spans.from("svc", List.of(), List.of(Spans.span(trace, 1, "a"))));
    assertThat(jaeger.spans(trace)).hasSize(1);
    given().get("/elsewhere").then().statusCode(404);
    // A request's span ends after its answer is there.
    await().until(() -> EndedSpans.NAMES.stream().anyMatch(name -> name.startsWith("GET")));
    assertThat(EndedSpans.NAMES)
        .noneMatch(name -> name.contains("jaeger") || name.contains("TraceService"))
        .noneMatch(name -> name.contains("api.span"));
  }
}
