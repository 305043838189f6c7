package dev.deckmill.service.message;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.ErrorType.Course;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.blob.BlobStoreFullException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * How one try at a record failed.
 *
 * @param trouble fit for the client
 * @param detail for the operator
 * @param remedy what to do about it
 * @param cause what was thrown
 */
record Failure(Trouble trouble, String detail, Remedy remedy, Exception cause) {
  /** What to do about a failure. */
  enum Remedy {
    /** The record will never be handled. */
    GIVE_UP,
    /** It may pass; but a record that fails time and again is given up. */
    TRY_AGAIN,
    /**
     * Nothing is wrong with the record: database, broker or disk are not there. It is tried until
     * they are back, or an outage of minutes would empty every topic into the dead letters.
     */
    WAIT
  }

  static Failure of(Exception cause) {
    if (cause instanceof TroubleException trouble) {
      Trouble known = trouble.trouble();
      Remedy remedy = known.type().course() == Course.TRANSIENT ? Remedy.TRY_AGAIN : Remedy.GIVE_UP;
      return new Failure(known, known.detail(), remedy, cause);
    }
    if (has(cause, UnsendableException.class)) {
      return new Failure(UnsendableException.TROUBLE, cause.toString(), Remedy.GIVE_UP, cause);
    }
    if (has(cause, BlobStoreFullException.class)) {
      return unexpected(ErrorType.STORAGE_FULL, Remedy.WAIT, cause);
    }
    return unexpected(ErrorType.INTERNAL, isOutage(cause) ? Remedy.WAIT : Remedy.TRY_AGAIN, cause);
  }

  private static Failure unexpected(ErrorType type, Remedy remedy, Exception cause) {
    Trouble trouble =
        new Trouble(type, type.title() + "; its operator finds the cause in the log and the trace");
    return new Failure(trouble, cause.toString(), remedy, cause);
  }

  private static boolean isOutage(Throwable cause) {
    return has(cause, PublishFailedException.class)
        || has(cause, RetriableException.class)
        || has(cause, SQLTransientConnectionException.class)
        || isLostDatabase(cause);
  }

  /** SQL states: 08 connection, 53 resources, 57P the server shuts down or starts. */
  private static boolean isLostDatabase(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
      }
    }
    return false;
  }

  private static boolean has(Throwable cause, Class<? extends Throwable> type) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return true;
      }
    }
    return false;
  }
}
