package dev.deckmill.tracestore.testing;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.TraceId;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Spans as a service would send them. */
public final class Spans {
  /** The token of the service under test, as its test configuration has it. */
  public static final String TOKEN = "token-of-the-tests-spans";

  /** What whoever has it shows. */
  public static final String AUTHORIZATION = "Bearer " + TOKEN;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Spans() {}

  /** A trace nobody else has. */
  public static TraceId newTrace() {
    return new TraceId(RANDOM.nextLong(), RANDOM.nextLong() | 1);
  }

  /** The bytes of a span's id. */
  public static ByteString id(long id) {
    return ByteString.copyFrom(ByteBuffer.allocate(Long.BYTES).putLong(id).flip());
  }

  /** A millisecond a minute ago. */
  public static Span.Builder span(TraceId trace, long id, String name) {
    return span(trace, id, name, Instant.now().minusSeconds(60), Duration.ofMillis(1));
  }

  /** A span at a time. */
  public static Span.Builder span(
      TraceId trace, long id, String name, Instant start, Duration duration) {
    long nanos = start.getEpochSecond() * 1_000_000_000L + start.getNano();
    return Span.newBuilder()
        .setTraceId(ByteString.copyFrom(trace.bytes()))
        .setSpanId(id(id))
        .setName(name)
        .setStartTimeUnixNano(nanos)
        .setEndTimeUnixNano(nanos + duration.toNanos());
  }

  /** An attribute that is text. */
  public static KeyValue text(String key, String value) {
    return attribute(key, AnyValue.newBuilder().setStringValue(value));
  }

  /** An attribute that is a whole number. */
  public static KeyValue number(String key, long value) {
    return attribute(key, AnyValue.newBuilder().setIntValue(value));
  }

  /** An attribute that is a number. */
  public static KeyValue real(String key, double value) {
    return attribute(key, AnyValue.newBuilder().setDoubleValue(value));
  }

  /** An attribute that is a truth value. */
  public static KeyValue truth(String key, boolean value) {
    return attribute(key, AnyValue.newBuilder().setBoolValue(value));
  }

  /** An attribute. */
  public static KeyValue attribute(String key, AnyValue.Builder value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  /** What one service sends. */
  public static ResourceSpans from(
      String service, List<KeyValue> resource, List<Span.Builder> spans) {
    return ResourceSpans.newBuilder()
        .setResource(
            Resource.newBuilder()
                .addAttributes(text("service.name", service))
                .addAllAttributes(resource))
        .addScopeSpans(
            ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("tests").setVersion("1"))
                .addAllSpans(spans.stream().map(Span.Builder::build).toList()))
        .build();
  }

  /** A request of one service's spans. */
  public static ExportTraceServiceRequest request(String service, List<Span.Builder> spans) {
    return request(from(service, List.of(), spans));
  }

  /** A request of what several services send. */
  public static ExportTraceServiceRequest request(ResourceSpans... resources) {
    return ExportTraceServiceRequest.newBuilder().addAllResourceSpans(List.of(resources)).build();
  }
}
