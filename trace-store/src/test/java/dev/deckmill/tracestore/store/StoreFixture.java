package dev.deckmill.tracestore.store;

import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Writes what a request would bring, and reads whole traces. */
@Singleton
final class StoreFixture {
  private final SpanDatabase database;
  private final SpanWriter writer;
  private final SpansOfTrace spans;

  StoreFixture(SpanDatabase database, SpanWriter writer, SpansOfTrace spans) {
    this.database = database;
    this.writer = writer;
    this.spans = spans;
  }

  List<TracedSpan> write(ResourceSpans... resources) {
    List<TracedSpan> all = new ArrayList<>();
    for (ResourceSpans resource : resources) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        SpanOrigin origin =
            new SpanOrigin(
                resource.getResource(),
                resource.getSchemaUrl(),
                scope.getScope(),
                scope.getSchemaUrl());
        for (Span span : scope.getSpansList()) {
          all.add(new TracedSpan(span, origin));
        }
      }
    }
    database.useTransaction(tx -> writer.write(tx, all));
    return all;
  }

  List<TracedSpan> read(TraceId trace) {
    List<TracedSpan> read = new ArrayList<>();
    database.useTransaction(tx -> spans.read(tx, trace, read::add));
    return read;
  }
}
