package dev.deckmill.service.sql;

/** No connection to the database could be had in time. */
public final class DatabaseUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Because of {@code cause}, its reason. */
  public DatabaseUnreachableException(Throwable cause) {
    super("no connection to the database: " + cause.getMessage(), cause);
  }
}
