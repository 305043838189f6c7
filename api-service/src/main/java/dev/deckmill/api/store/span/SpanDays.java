package dev.deckmill.api.store.span;

import dev.deckmill.api.store.Tx;
import jakarta.inject.Singleton;

/** The tables of a day. */
@Singleton
public final class SpanDays {
  /**
   * Makes the ones that are missing, up to the day after tomorrow, and drops those of spans that
   * began more than so many days ago (UTC).
   *
   * @param days at least 1
   */
  public void keep(Tx tx, int days) {
    tx.handle().createCall("{call api.keep_spans(:days)}").bind("days", days).invoke();
  }
}
