package dev.deckmill.api.orchestration.progress;

import static java.util.stream.Collectors.toMap;

import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;

/**
 * Attempts that were begun a second time: Kafka gives the order of a converter that is gone to
 * another one, which knows nothing of the first. The span that consumes the second one's message
 * records it.
 */
final class LostAttempts {
  /** Which attempt at which page. */
  record Lost(String jobId, int page, int attempt) {
    static Lost of(PageMessage message) {
      return new Lost(message.jobId(), message.page(), message.attempt());
    }
  }

  private LostAttempts() {}

  /** Adds events to the spans of those messages that made it known. */
  static void record(List<PageBatch> batches, List<Received<PageMessage>> received) {
    List<Lost> lost = batches.stream().flatMap(batch -> batch.lost().stream()).toList();
    if (lost.isEmpty()) {
      return;
    }
    Map<Lost, Span> spans = spans(received);
    for (Lost one : lost) {
      Span span = spans.get(one);
      if (span != null) {
        span.addEvent(
            "attempt lost", Attributes.of(TraceAttributes.PAGE_ATTEMPT, (long) one.attempt()));
      }
    }
  }

  /** Of several messages about one attempt, the last one's. */
  private static Map<Lost, Span> spans(List<Received<PageMessage>> received) {
    return received.stream()
        .collect(
            toMap(
                message -> Lost.of(message.body()),
                message -> Span.fromContext(message.context()),
                (first, second) -> second));
  }
}
