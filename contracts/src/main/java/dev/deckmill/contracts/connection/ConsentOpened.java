package dev.deckmill.contracts.connection;

import java.util.Objects;

/**
 * A browser opened the address that a consent begins at.
 *
 * @param state what the consent was asked for with
 * @param browserSha256 of the secret that this browser was given in a cookie, in hexadecimal
 */
public record ConsentOpened(String state, String browserSha256) {
  public ConsentOpened {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(browserSha256, "browserSha256");
  }

  /** The state belongs into no log. */
  @Override
  public String toString() {
    return "ConsentOpened[]";
  }
}
