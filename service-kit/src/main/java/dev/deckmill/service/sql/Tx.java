package dev.deckmill.service.sql;

import org.jdbi.v3.core.Handle;

/** One transaction, under way. */
public final class Tx {
  private final Handle handle;

  /** The transaction that {@code handle} is in. */
  public Tx(Handle handle) {
    this.handle = handle;
  }

  /** Does {@code work} once all is committed; not at all if it isn't. */
  public void afterCommit(Runnable work) {
    handle.afterCommit(work);
  }

  /** For the packages that speak SQL. */
  public Handle handle() {
    return handle;
  }
}
