package dev.deckmill.api.orchestration.job;

import java.util.Locale;

/** How far the way from pages to a deck is, apart from where the deck is to go. */
public enum ConversionStatus {
  PENDING,
  RUNNING,
  /** The deck is there. */
  SUCCEEDED,
  FAILED;

  /** Its name in answers and rows. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a wire name. */
  public static ConversionStatus of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
