package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Which service called which. */
@Singleton
public final class ServiceGraph {
  /** So many spans of {@code child} have one of {@code parent} for their parent. */
  public record Call(String parent, String child, long count) {}

  /** Calls that arrived in a time, whenever the caller began. */
  public List<Call> between(Tx tx, Instant from, Instant to) {
    return tx.handle()
        .createQuery(
            """
            select p.service_name as parent, c.service_name as child, count(*) as calls
              from api.span c
              join api.trace_bounds b on b.trace_id = c.trace_id
              join api.span p on p.trace_id = c.trace_id and p.span_id = c.parent_span_id
                             and p.start_time between b.min_time and b.max_time
             where c.start_time >= :from and c.start_time <= :to and c.parent_span_id is not null
               and p.service_name <> c.service_name
             group by 1, 2 order by 1, 2
            """)
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("to", to.atOffset(ZoneOffset.UTC))
        .map((row, context) -> call(row))
        .list();
  }

  private static Call call(ResultSet row) throws SQLException {
    return new Call(row.getString("parent"), row.getString("child"), row.getLong("calls"));
  }
}
