package dev.deckmill.tracestore.otlp;

import com.google.protobuf.ByteString;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.Span;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which spans are fit to be kept. */
@Singleton
final class SpanRules {
  private static final Duration CLOCKS_MAY_BE_AHEAD = Duration.ofDays(1);

  private final int keepDays;
  private final Clock clock;

  SpanRules(SpansConfig config) {
    this.keepDays = config.keepDays();
    this.clock = Clock.systemUTC();
  }

  boolean allow(Span span) {
    return isId(span.getTraceId(), TraceId.LENGTH)
        && isId(span.getSpanId(), TracedSpan.ID_LENGTH)
        && (span.getParentSpanId().isEmpty()
            || span.getParentSpanId().size() == TracedSpan.ID_LENGTH)
        && isKept(span.getStartTimeUnixNano());
  }

  private static boolean isId(ByteString id, int length) {
    if (id.size() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (id.byteAt(i) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isKept(long startNanos) {
    Instant now = clock.instant();
    Instant oldest = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(keepDays));
    Instant start = Instant.ofEpochSecond(0, startNanos);
    return startNanos > 0
        && !start.isBefore(oldest)
        && start.isBefore(now.plus(CLOCKS_MAY_BE_AHEAD));
  }

  /** What is asked of spans. */
  String sentence() {
    return ("Spans need a trace id of %d bytes, an id of %d bytes and a start in the last %d days;"
            + " those that have not were left out")
        .formatted(TraceId.LENGTH, TracedSpan.ID_LENGTH, keepDays);
  }
}
