package dev.deckmill.drive.google.client;

import java.io.IOException;

/** The blob store does not give the deck, so that nothing is wrong with Drive. */
public final class DeckUnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  public DeckUnreadableException(IOException cause) {
    super("The stored deck can't be read", cause);
  }
}
