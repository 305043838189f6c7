package dev.deckmill.tracestore.jaeger;

import static dev.deckmill.tracestore.testing.Spans.number;
import static dev.deckmill.tracestore.testing.Spans.real;
import static dev.deckmill.tracestore.testing.Spans.text;
import static dev.deckmill.tracestore.testing.Spans.truth;

import dev.deckmill.tracestore.jaeger.wire.TraceQueryParameters;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.testing.Spans;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Traces of a service of their own that differ in one thing each: where the four tags are, what the
 * work is called, how long it took, when it was.
 */
final class SearchedTraces {
  static final List<KeyValue> TAGS =
      List.of(text("t", "there"), number("n", 123), real("r", 72.5), truth("b", true));

  /** The tags as somebody types them. */
  static final List<KeyValue> TYPED =
      List.of(text("t", "there"), text("n", "123"), text("r", "72.5"), text("b", "true"));

  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofSeconds(5);

  final String service = "search-" + Spans.newTrace().hex();
  final String otherService = service + "-other";
  final Instant start = Instant.now().minusSeconds(600);

  final TraceId onSpan = Spans.newTrace();
  final TraceId onEvent = Spans.newTrace();
  final TraceId onResource = Spans.newTrace();
  final TraceId onScope = Spans.newTrace();
  final TraceId scattered = Spans.newTrace();
  final TraceId onTwoSpans = Spans.newTrace();
  final TraceId slow = Spans.newTrace();
  final TraceId notSlow = Spans.newTrace();
  final TraceId slowWithTags = Spans.newTrace();
  final TraceId early = Spans.newTrace();
  final TraceId elsewhere = Spans.newTrace();

  private final List<ResourceSpans> all = new ArrayList<>();

  SearchedTraces(JaegerClient jaeger) {
    add(service, List.of(), span(onSpan, "work", SHORT).addAllAttributes(TAGS));
    add(service, List.of(), span(onEvent, "work", SHORT).addEvents(event(TAGS)));
    add(service, TAGS, span(onResource, "work", SHORT));
    addWithScope(TAGS, List.of(), span(onScope, "work", SHORT));
    addWithScope(
        TAGS.subList(3, 4),
        TAGS.subList(2, 3),
        span(scattered, "work", SHORT)
            .addEvents(event(TAGS.subList(1, 2)))
            .addAllAttributes(TAGS.subList(0, 1)));
    add(
        service,
        List.of(),
        span(onTwoSpans, "work", SHORT).addAllAttributes(TAGS.subList(0, 2)),
        span(onTwoSpans, "work", SHORT)
            .setSpanId(Spans.id(2))
            .addAllAttributes(TAGS.subList(2, 4)));
    add(service, List.of(), span(slow, "turn", LONG));
    add(service, List.of(), span(notSlow, "turn", SHORT));
    add(service, List.of(), span(slowWithTags, "turn", LONG).addAllAttributes(TAGS));
    add(service, List.of(), Spans.span(early, 1, "work", start.minus(Duration.ofDays(1)), SHORT));
    add(otherService, List.of(), span(elsewhere, "work", SHORT).addAllAttributes(TAGS));
    jaeger.write(all.toArray(ResourceSpans[]::new));
  }

  private void add(String of, List<KeyValue> resource, Span.Builder... spans) {
    all.add(Spans.from(of, resource, List.of(spans)));
  }

  private void addWithScope(List<KeyValue> scope, List<KeyValue> resource, Span.Builder span) {
    ResourceSpans.Builder spans = Spans.from(service, resource, List.of(span)).toBuilder();
    spans.getScopeSpansBuilder(0).getScopeBuilder().addAllAttributes(scope);
    all.add(spans.build());
  }

  /** Each a second after the one before. */
  private Span.Builder span(TraceId trace, String name, Duration duration) {
    return Spans.span(trace, 1, name, start.plusSeconds(all.size()), duration);
  }

  private static Span.Event.Builder event(List<KeyValue> tags) {
    return Span.Event.newBuilder().setTimeUnixNano(1).setName("e").addAllAttributes(tags);
  }

  /** A question about the service, on the day on which all but the early one were. */
  TraceQueryParameters.Builder query() {
    return TraceQueryParameters.newBuilder()
        .setServiceName(service)
        .setStartTimeMin(WireTimes.timestamp(start.minusSeconds(1)))
        .setStartTimeMax(WireTimes.timestamp(start.plusSeconds(60)))
        .setSearchDepth(1_000);
  }
}
