package dev.deckmill.drive.delivery;

import static dev.deckmill.contracts.ErrorType.INTERNAL;

import dev.deckmill.service.blob.BlobDamagedException;
import dev.deckmill.service.blob.BlobMissingException;
import java.io.IOException;

/** The blob store failed while a deck was read from it, as opposed to the place it is sent to. */
public final class DeckUnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** For what the blob store threw. */
  public DeckUnreadableException(IOException cause) {
    super("The stored deck can't be read", cause);
  }

  /**
   * What that means for the delivery: bytes that are lost or damaged stay so, the rest may pass.
   */
  public DeliveryException outcome() {
    Throwable cause = getCause();
    String detail =
        "The deck can't be read from the blob store: " + cause.getClass().getSimpleName();
    boolean lost = cause instanceof BlobMissingException || cause instanceof BlobDamagedException;
    return lost
        ? DeliveryException.lasting(INTERNAL, detail)
        : DeliveryException.passing(INTERNAL, detail, this);
  }
}
