package dev.deckmill.contracts.part;

/** How long each of the engine's four stages took for one page, in microseconds. */
public record StageTimings(long parseMicros, long analyzeMicros, long mapMicros, long embedMicros) {
  public StageTimings {
    Checks.atLeast("parseMicros", parseMicros, 0);
    Checks.atLeast("analyzeMicros", analyzeMicros, 0);
    Checks.atLeast("mapMicros", mapMicros, 0);
    Checks.atLeast("embedMicros", embedMicros, 0);
  }
}
