package dev.deckmill.service.message;

import java.io.IOException;

/**
 * A message that no broker will ever take: it is too large, or has no form on the wire. Sending it
 * again changes nothing.
 */
public final class UnsendableException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnsendableException(String topic, Throwable cause) {
    super("A message for " + topic + " can never be sent: " + cause.getMessage(), cause);
  }
}
