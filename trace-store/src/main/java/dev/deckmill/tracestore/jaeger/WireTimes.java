package dev.deckmill.tracestore.jaeger;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times and durations as Jaeger sends them. */
final class WireTimes {
  /** The end of the year 9999, where protobuf's times end. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** About 292 years: what a number of nanoseconds can say. */
  private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000_000_000L - 1;

  private WireTimes() {}

  /** A time; none if it is before 1970, as Go's zero is, which stands for a time not given. */
  static Optional<Instant> instant(Timestamp time) {
    if (time.getSeconds() > LAST_SECOND) {
      throw Status.INVALID_ARGUMENT
          .withDescription("A time is after the year 9999")
          .asRuntimeException();
    }
    return time.getSeconds() <= 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
  }

  /** A time as it is sent. */
  static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  /** A duration; none if it is zero, which stands for one not given. */
  static Optional<Duration> duration(com.google.protobuf.Duration wire) {
    if (wire.getSeconds() < 0 || wire.getNanos() < 0 || wire.getSeconds() > LONGEST_SECONDS) {
      throw Status.INVALID_ARGUMENT
          .withDescription("A duration is from 0 to 292 years")
          .asRuntimeException();
    }
    Duration duration = Duration.ofSeconds(wire.getSeconds(), wire.getNanos());
    return duration.isZero() ? Optional.empty() : Optional.of(duration);
  }
}
