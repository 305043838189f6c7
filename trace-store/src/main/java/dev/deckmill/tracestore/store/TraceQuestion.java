package dev.deckmill.tracestore.store;

import io.opentelemetry.proto.common.v1.KeyValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which traces are looked for: those with a span that has all of this at once.
 *
 * @param service empty: any
 * @param operation the span's name; empty: any
 * @param attributes each is looked for on the span, its events, its resource and its scope; text
 *     also stands for the number or the truth value that reads like it
 * @param from when the span began, at the earliest
 * @param to and at the latest
 * @param shortest at least how long it took
 * @param longest at most how long
 * @param limit how many traces, the ones that began last; 1 and up
 */
public record TraceQuestion(
    Optional<String> service,
    Optional<String> operation,
    List<KeyValue> attributes,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Duration> shortest,
    Optional<Duration> longest,
    int limit) {
  public TraceQuestion {
    attributes = List.copyOf(attributes);
    if (limit < 1) {
      throw new IllegalArgumentException("a search finds at least one trace, not " + limit);
    }
  }
}
