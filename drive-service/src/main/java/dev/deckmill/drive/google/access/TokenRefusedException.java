package dev.deckmill.drive.google.access;

import java.io.IOException;

/** The token endpoint refused for good. Has its error code alone (RFC 6749 §5.2). */
public final class TokenRefusedException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String CONSENT_GONE = "invalid_grant";

  private final String error;

  public TokenRefusedException(String error) {
    super("The token endpoint answered " + error);
    this.error = error;
  }

  public String error() {
    return error;
  }

  /** Whether it is the user's consent that is not good any more. */
  public boolean consentGone() {
    return error.equals(CONSENT_GONE);
  }
}
