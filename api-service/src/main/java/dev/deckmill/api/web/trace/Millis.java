package dev.deckmill.api.web.trace;

/** Durations as the API has them: milliseconds with a fraction. */
final class Millis {
  private static final double MICROS = 1_000;
  private static final double NANOS = 1_000_000;

  private Millis() {}

  static double ofMicros(long micros) {
    return micros / MICROS;
  }

  static double ofNanos(long nanos) {
    return nanos / NANOS;
  }
}
