package dev.deckmill.service.message;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.io.IOException;

/**
 * A message that no broker will ever take: it is too large, or has no form on the wire. Sending it
 * again changes nothing.
 */
public final class UnsendableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Fit for the client. */
  public static final Trouble TROUBLE =
      new Trouble(
          ErrorType.MESSAGE_UNSENDABLE,
          "What there is to say of it is too large for a message, or can't be written as one. Make"
              + " the page simpler, or report it.");

  public UnsendableException(String topic, Throwable cause) {
    super("A message for " + topic + " can never be sent: " + cause.getMessage(), cause);
  }
}
