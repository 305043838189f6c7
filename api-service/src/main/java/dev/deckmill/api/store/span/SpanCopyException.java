package dev.deckmill.api.store.span;

import java.sql.SQLException;

/** The database did not take a COPY of spans. */
final class SpanCopyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SpanCopyException(SQLException cause) {
    super("spans could not be copied into the database", cause);
  }
}
