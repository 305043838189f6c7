package dev.deckmill.tracestore.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.tracestore.jaeger.wire.Dependency;
import dev.deckmill.tracestore.jaeger.wire.GetCapabilitiesRequest;
import dev.deckmill.tracestore.jaeger.wire.GetDependenciesRequest;
import dev.deckmill.tracestore.jaeger.wire.SearchCapabilities;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class JaegerServicesTest {
  private final Instant start = Instant.now().minusSeconds(3_600);

  @Inject JaegerClient jaeger;

  @Test
  void countsTheCallsFromServiceToService() {
    String caller = "calls-" + Spans.newTrace().hex();
    String called = caller + "-called";
    TraceId trace = Spans.newTrace();
    jaeger.write(
        Spans.from(
            caller, List.of(), List.of(Spans.span(trace, 1, "a", start, Duration.ofSeconds(9)))),
        Spans.from(
            called,
            List.of(),
            List.of(
                Spans.span(trace, 2, "b", start.plusSeconds(1), Duration.ofSeconds(1))
                    .setParentSpanId(Spans.id(1)),
                Spans.span(trace, 3, "b", start.plusSeconds(3), Duration.ofSeconds(1))
                    .setParentSpanId(Spans.id(1)))));
    assertThat(calls(start.minusSeconds(1), start.plusSeconds(10)))
        .contains(
            Dependency.newBuilder().setParent(caller).setChild(called).setCallCount(2).build());
    assertThat(calls(start.plusSeconds(2), start.plusSeconds(10)))
        .contains(
            Dependency.newBuilder().setParent(caller).setChild(called).setCallCount(1).build());
    assertThat(calls(start.plusSeconds(20), start.plusSeconds(30)))
        .noneMatch(dependency -> dependency.getChild().equals(called));
  }

  private List<Dependency> calls(Instant from, Instant to) {
    return jaeger
        .dependencies()
        .getDependencies(
            GetDependenciesRequest.newBuilder()
                .setStartTime(WireTimes.timestamp(from))
                .setEndTime(WireTimes.timestamp(to))
                .build())
        .getDependenciesList();
  }

  @Test
  void wantsToKnowUntilWhenCallsAreCounted() {
    assertThatThrownBy(
            () ->
                jaeger.dependencies().getDependencies(GetDependenciesRequest.getDefaultInstance()))
        .hasMessageContaining("end_time");
  }

  @Test
  void saysThatASearchNeedsNoService() {
    SearchCapabilities search =
        jaeger
            .capabilities()
            .getCapabilities(GetCapabilitiesRequest.getDefaultInstance())
            .getSearch();
    assertThat(search.getWithoutServiceName()).isTrue();
    assertThat(search.getSameSpanConjunction()).isTrue();
  }

  @Test
  void countsTheSpansThatItDoesNotTake() {
    TraceId trace = Spans.newTrace();
    Instant longAgo = Instant.now().minus(Duration.ofDays(30));
    ExportTraceServiceResponse answer =
        jaeger.write(
            Spans.from(
                "svc",
                List.of(),
                List.of(
                    Spans.span(trace, 1, "fit"),
                    Spans.span(trace, 2, "old", longAgo, Duration.ofMillis(1)))));
    assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
    assertThat(jaeger.spans(trace)).hasSize(1);
  }
}
