package dev.deckmill.tracestore.store;

import dev.deckmill.tracestore.span.TraceId;
import java.time.Instant;

/**
 * A trace that was looked for.
 *
 * @param start when the first of its spans began
 * @param end when the last one began
 */
public record FoundTrace(TraceId id, Instant start, Instant end) {}
