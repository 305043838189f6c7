package dev.deckmill.contracts.connection;

import java.util.Objects;

/**
 * Where a person can agree that decks are put into their Drive.
 *
 * @param address where a browser goes next: to us, to be given a cookie, or then to Google's page
 * @param expiresInSeconds how long it is good for
 */
public record ConsentPage(String address, long expiresInSeconds) {
  public ConsentPage {
    Objects.requireNonNull(address, "address");
  }

  /** The address holds what only the person who is to agree should have. */
  @Override
  public String toString() {
    return "ConsentPage[expiresInSeconds=" + expiresInSeconds + "]";
  }
}
