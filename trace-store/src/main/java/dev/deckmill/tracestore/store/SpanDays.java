package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/** The tables of a day. */
@Singleton
public final class SpanDays {
  private static final List<String> LEFT_OVER =
      List.of(
          "delete from api.trace_bounds where max_time < %s::timestamp at time zone 'UTC'",
          "delete from api.span_step where last_day < %s",
          "delete from api.span_operation where last_day < %s",
          "delete from api.span_origin where last_day < %s");

  /**
   * Makes the ones that are missing, up to the day after tomorrow, and drops those of spans that
   * began more than so many days ago (UTC), with what only those needed.
   *
   * @param days at least 1
   */
  public void keep(Tx tx, int days) {
    tx.handle().createCall("{call api.keep_spans(:days)}").bind("days", days).invoke();
    String oldest = "((now() at time zone 'UTC')::date - cast(:days as integer))";
    for (String sql : LEFT_OVER) {
      tx.handle().createUpdate(sql.formatted(oldest)).bind("days", days).execute();
    }
  }
}
