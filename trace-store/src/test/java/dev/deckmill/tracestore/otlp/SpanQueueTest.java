package dev.deckmill.tracestore.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class SpanQueueTest {
  private static final SpanOrigin ORIGIN =
      new SpanOrigin(
          Resource.getDefaultInstance(), "", InstrumentationScope.getDefaultInstance(), "");

  @Test
  void refusesWhatHasNoRoomUntilSomethingIsTaken() throws InterruptedException {
    SpanQueue queue = new SpanQueue(FixedSpansConfig.ofQueue(10, 1_000));
    assertThat(queue.offer(request(6, 100))).isTrue();
    assertThat(queue.offer(request(5, 100))).isFalse();
    assertThat(queue.offer(request(4, 901))).isFalse();
    assertThat(queue.offer(request(4, 900))).isTrue();
    assertThat(queue.take(6)).hasSize(1);
    assertThat(queue.offer(request(6, 100))).isTrue();
  }

  @Test
  void hasRoomForOneRequestHoweverLargeItIs() throws InterruptedException {
    SpanQueue queue = new SpanQueue(FixedSpansConfig.ofQueue(10, 1_000));
    Waiting large = request(50, 5_000);
    assertThat(queue.offer(large)).isTrue();
    assertThat(queue.offer(request(1, 1))).isFalse();
    assertThat(queue.take(20)).containsExactly(large);
  }

  @Test
  void givesWholeRequestsInTheirOrder() throws InterruptedException {
    SpanQueue queue = new SpanQueue(FixedSpansConfig.ofQueue(100, 10_000));
    List<Waiting> requests = List.of(request(4, 1), request(5, 2), request(4, 3));
    requests.forEach(queue::offer);
    assertThat(queue.take(10)).isEqualTo(requests.subList(0, 2));
    assertThat(queue.drain()).isEqualTo(requests.subList(2, 3));
    assertThat(queue.drain()).isEmpty();
  }

  @Test
  void tellsASenderToComeAgainWhenThereIsNoRoom() {
    SpanQueue queue = new SpanQueue(FixedSpansConfig.ofQueue(1, 1_000));
    SpanIntake intake = new SpanIntake(queue, new SpanRules(FixedSpansConfig.ofQueue(1, 1_000)));
    ExportTraceServiceRequest one =
        Spans.request("svc", List.of(Spans.span(Spans.newTrace(), 1, "a")));
    assertThat(intake.take(one).toCompletableFuture()).isNotDone();
    assertThat(intake.take(one).toCompletableFuture())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .havingCause()
        .isInstanceOfSatisfying(
            SpanRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(SpanRefusal.Reason.FLOODED));
  }

  private static Waiting request(int spans, long bytes) {
    TracedSpan span = new TracedSpan(Spans.span(Spans.newTrace(), 1, "a").build(), ORIGIN);
    return new Waiting(Collections.nCopies(spans, span), bytes, new CompletableFuture<>());
  }
}
