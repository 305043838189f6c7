package dev.deckmill.tracestore.otlp;

import dev.deckmill.tracestore.span.TracedSpan;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The spans of one request, until they are written.
 *
 * @param bytes about how much memory they take
 * @param written completes when they are, or with a {@link SpanRefusal}
 */
record Waiting(List<TracedSpan> spans, long bytes, CompletableFuture<Void> written) {
  Waiting {
    spans = List.copyOf(spans);
  }
}
