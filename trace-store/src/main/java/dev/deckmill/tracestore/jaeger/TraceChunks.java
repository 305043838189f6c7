package dev.deckmill.tracestore.jaeger;

import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One trace in messages of a bounded size: gRPC's clients take none above 4 MB. */
final class TraceChunks {
  /** Of a message that has more than one span. */
  static final int MAX_BYTES = 1 << 20;

  /** What a span, a resource or a scope costs in a message beside itself. */
  private static final int FRAME = 16;

  private final Consumer<TracesData> sink;
  private final Map<SpanOrigin, List<Span>> spans = new LinkedHashMap<>();
  private int bytes;

  TraceChunks(Consumer<TracesData> sink) {
    this.sink = sink;
  }

  void add(TracedSpan span) {
    int size = span.span().getSerializedSize() + FRAME;
    if (bytes > 0 && bytes + size + sizeIfNew(span.origin()) > MAX_BYTES) {
      end();
    }
    bytes += size + sizeIfNew(span.origin());
    spans.computeIfAbsent(span.origin(), origin -> new ArrayList<>()).add(span.span());
  }

  private int sizeIfNew(SpanOrigin origin) {
    return spans.containsKey(origin)
        ? 0
        : origin.resource().getSerializedSize()
            + origin.resourceSchema().length()
            + origin.scope().getSerializedSize()
            + origin.scopeSchema().length()
            + 4 * FRAME;
  }

  /** Sends what has not been sent; nothing if there is nothing. */
  void end() {
    if (spans.isEmpty()) {
      return;
    }
    TracesData.Builder chunk = TracesData.newBuilder();
    spans.forEach((origin, of) -> chunk.addResourceSpans(resourceSpans(origin, of)));
    spans.clear();
    bytes = 0;
    sink.accept(chunk.build());
  }

  private static ResourceSpans resourceSpans(SpanOrigin origin, List<Span> spans) {
    return ResourceSpans.newBuilder()
        .setResource(origin.resource())
        .setSchemaUrl(origin.resourceSchema())
        .addScopeSpans(
            ScopeSpans.newBuilder()
                .setScope(origin.scope())
                .setSchemaUrl(origin.scopeSchema())
                .addAllSpans(spans))
        .build();
  }
}
