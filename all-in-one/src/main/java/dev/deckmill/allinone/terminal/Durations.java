package dev.deckmill.allinone.terminal;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Durations {
  private Durations() {}

  /** As milliseconds below one second, as seconds with one decimal above, as minutes from 100 s. */
  public static String text(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 100_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
