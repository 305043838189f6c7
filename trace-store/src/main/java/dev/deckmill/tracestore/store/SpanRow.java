package dev.deckmill.tracestore.store;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span that is to be written, with what the tables say of it in columns of their own.
 *
 * @param origin id of who it came from
 * @param jobId the job that it says it was for
 * @param tenant whose job that is, if there is such a job
 */
record SpanRow(
    TracedSpan traced,
    Key key,
    ByteString origin,
    String serviceName,
    @Nullable String jobId,
    @Nullable String tenant) {
  private static final int NANOS_IN_MICRO = 1_000;

  /**
   * What identifies a span.
   *
   * @param startMicros when it began, in microseconds since 1970: as exactly as PostgreSQL knows it
   */
  record Key(TraceId trace, ByteString span, long startMicros) {
    /** Any one would do, as long as all who write follow it. */
    static final Comparator<Key> ORDER =
        Comparator.comparingLong((Key key) -> key.trace().high())
            .thenComparingLong(key -> key.trace().low())
            .thenComparing(Key::span, ByteString.unsignedLexicographicalComparator())
            .thenComparingLong(Key::startMicros);

    static Key of(TracedSpan traced) {
      Span span = traced.span();
      return new Key(
          traced.traceId(), span.getSpanId(), span.getStartTimeUnixNano() / NANOS_IN_MICRO);
    }
  }

  Span span() {
    return traced.span();
  }

  /** Its kind; of a number that no column holds, the last sixteen bits. */
  short kind() {
    return (short) span().getKindValue();
  }

  /** Not below 0, whatever the clocks said. */
  long durationNanos() {
    return Math.max(0, span().getEndTimeUnixNano() - span().getStartTimeUnixNano());
  }

  /** The day on which it began, UTC. */
  LocalDate day() {
    return day(key.startMicros());
  }

  /** The day of a moment in microseconds since 1970, UTC. */
  static LocalDate day(long micros) {
    return LocalDate.ofInstant(
        Instant.ofEpochSecond(TimeUnit.MICROSECONDS.toSeconds(micros)), ZoneOffset.UTC);
  }
}
