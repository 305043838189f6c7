package dev.deckmill.tracestore.store;

import java.sql.SQLException;
import org.postgresql.util.PSQLState;

/** The database did not take a COPY of spans. */
final class SpanCopyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean known;

  SpanCopyException(SQLException cause) {
    super("spans could not be copied into the database", cause);
    this.known = PSQLState.UNIQUE_VIOLATION.getState().equals(cause.getSQLState());
  }

  /** Others wrote the same spans whenever they were tried, which will not go on for ever. */
  SpanCopyException(int tries) {
    super("spans were written by others at the same moment, " + tries + " times");
    this.known = true;
  }

  /** Whether one of the spans was there already. */
  boolean isKnown() {
    return known;
  }
}
