package dev.deckmill.drive.connection;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;

/** A connection could not be made or ended. */
public final class ConnectionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  public ConnectionException(ErrorType type, String detail) {
    super(type + ": " + detail);
    this.trouble = new Trouble(type, detail);
  }

  /** The problem that the client may see. */
  public Trouble trouble() {
    return trouble;
  }
}
