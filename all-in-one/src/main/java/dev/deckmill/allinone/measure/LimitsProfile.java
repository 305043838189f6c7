package dev.deckmill.allinone.measure;

import java.util.Map;

/** Limits by name, for runs that ask for more than a tenant may. Nothing else starts with them. */
public enum LimitsProfile {
  /** What every tenant has. */
  STANDARD,
  /** Everything at its cap, so that one job can have 10,000 pages. */
  GIANT;

  /** The settings of the services that make it so, by environment variable. */
  public Map<String, String> environment() {
    return switch (this) {
      case STANDARD -> Map.of();
      case GIANT ->
          Map.of(
              "DECKMILL_API_LIMITS_PAGES", "10000",
              "DECKMILL_API_LIMITS_JOB_BYTES", "4G",
              "DECKMILL_API_LIMITS_BODY_BYTES", "512M",
              "DECKMILL_API_LIMITS_UNFINISHED_JOBS", "100000",
              "DECKMILL_API_LIMITS_SUBMISSIONS_PER_MINUTE", "60000",
              "DECKMILL_API_LIMITS_SUBMISSIONS_BURST", "1000",
              "DECKMILL_API_LIMITS_JOB_DEADLINE", "6h");
    };
  }
}
