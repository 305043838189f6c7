package dev.deckmill.tracestore.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import dev.deckmill.tracestore.testing.Servers;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class SpanWriteLoopTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Far more than a thread's stack holds. */
  private static final int DEEP = 200_000;

  @Inject SpanQueue queue;

  @Test
  void goesOnAfterAnErrorAndAnswersThoseItStruck() {
    CompletableFuture<Void> deep = offered(Resource.newBuilder().addAttributes(nested()).build());
    assertThat(deep)
        .failsWithin(LONG)
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(SpanRefusal.class)
        .havingCause()
        .isInstanceOf(StackOverflowError.class);

    assertThat(offered(Resource.getDefaultInstance())).succeedsWithin(LONG);
  }

  private CompletableFuture<Void> offered(Resource resource) {
    SpanOrigin origin = new SpanOrigin(resource, "", InstrumentationScope.getDefaultInstance(), "");
    TracedSpan span =
        new TracedSpan(Spans.span(Spans.newTrace(), 7, "of a resource").build(), origin);
    Waiting request = new Waiting(List.of(span), 100, new CompletableFuture<>());
    assertThat(queue.offer(request)).isTrue();
    return request.written();
  }

  private static KeyValue nested() {
    AnyValue value = AnyValue.newBuilder().setStringValue("innermost").build();
    for (int i = 0; i < DEEP; i++) {
      value = AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(value)).build();
    }
    return KeyValue.newBuilder().setKey("deep").setValue(value).build();
  }
}
