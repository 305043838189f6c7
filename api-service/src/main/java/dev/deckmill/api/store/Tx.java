package dev.deckmill.api.store;

import org.jdbi.v3.core.Handle;

/** One transaction, under way. */
public final class Tx {
  private final Handle handle;

  Tx(Handle handle) {
    this.handle = handle;
  }

  Handle handle() {
    return handle;
  }
}
