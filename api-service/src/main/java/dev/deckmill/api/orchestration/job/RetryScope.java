package dev.deckmill.api.orchestration.job;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a job is to be done once more. */
public enum RetryScope {
  /**
   * The pages that are no slides, then deck and delivery; the deck alone if it alone is missing.
   */
  FAILED_PAGES,
  /** The delivery of the deck that is there. */
  DELIVERY,
  /** Everything. */
  ALL;

  /** Its name in requests. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of a wire name, if there is one. */
  public static Optional<RetryScope> of(String wireName) {
    return Stream.of(values()).filter(scope -> scope.wireName().equals(wireName)).findFirst();
  }
}
