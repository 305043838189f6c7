package dev.deckmill.api.store;

/** No connection to the database could be had in time. */
public final class DatabaseUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseUnreachableException(Throwable cause) {
    super("no connection to the database: " + cause.getMessage(), cause);
  }
}
