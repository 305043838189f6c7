package dev.deckmill.api.orchestration.job;

import java.util.Locale;

/** How far the way of the deck to its destination is. */
public enum DeliveryStatus {
  /** Nobody asked for a delivery. */
  NONE,
  PENDING,
  RUNNING,
  SUCCEEDED,
  /** It was not delivered; if there is a deck, it can be downloaded. */
  FAILED;

  /** Its name in answers and rows. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a wire name. */
  public static DeliveryStatus of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
