package dev.deckmill.api.store.span;

import com.google.protobuf.ByteString;
import dev.deckmill.api.span.SpanOrigin;
import dev.deckmill.api.span.TracedSpan;
import dev.deckmill.api.store.Tx;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;

/**
 * Writes spans. One that is there already, by trace, id and start, is left as it is, so that a
 * batch may be sent again.
 */
@Singleton
public final class SpanWriter {
  /** What is new is added to the sums of its job: once, however often it is sent. */
  private static final String STEPS_OF_ADDED =
      """
      , summed as (
        insert into api.span_step as t (tenant, job_id, service_name, name, spans, failed, total_ns, longest_ns,
               first_ns, last_ns, last_day)
        select tenant, job_id, service_name, name, count(*), count(*) filter (where status_code = 2), sum(duration_ns),
               max(duration_ns), min(start_ns), max(end_ns), max(start_time at time zone 'UTC')::date
          from added where tenant is not null
         group by tenant, job_id, service_name, name order by job_id, service_name, name
        on conflict (job_id, service_name, name) do update
           set spans = t.spans + excluded.spans, failed = t.failed + excluded.failed,
               total_ns = t.total_ns + excluded.total_ns, longest_ns = greatest(t.longest_ns, excluded.longest_ns),
               first_ns = least(t.first_ns, excluded.first_ns), last_ns = greatest(t.last_ns, excluded.last_ns),
               last_day = greatest(t.last_day, excluded.last_day))
      """;

  private final OriginWriter origins;

  SpanWriter(OriginWriter origins) {
    this.origins = origins;
  }

  /**
   * Writes a batch. Worker role only: row-level security would refuse the COPY.
   *
   * @param spans clean ones, of days that are kept
   * @return how many were new
   */
  public int write(Tx tx, List<TracedSpan> spans) {
    if (spans.isEmpty()) {
      return 0;
    }
    Handle handle = tx.handle();
    Map<SpanOrigin, ByteString> ids = origins.write(handle, spans);
    Map<SpanOrigin, String> services = new HashMap<>();
    SpanRows rows = new SpanRows();
    for (TracedSpan span : spans) {
      rows.add(
          span,
          Objects.requireNonNull(ids.get(span.origin())),
          services.computeIfAbsent(span.origin(), SpanOrigin::serviceName));
    }
    stage(handle, rows);
    int written = settle(handle);
    if (rows.linked()) {
      settleLinks(handle);
    }
    return written;
  }

  /** Into tables of the session: a COPY can't pass over what is there already. */
  private static void stage(Handle handle, SpanRows rows) {
    handle.execute("set local client_min_messages = warning");
    handle.execute("create temp table if not exists span_in (like api.span) on commit delete rows");
    handle.execute(
        "create temp table if not exists link_in (like api.span_link) on commit delete rows");
    try {
      PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
      rows.spans().copyTo(connection, "pg_temp.span_in (" + SpanRows.SPAN_COLUMNS + ")");
      if (rows.linked()) {
        rows.links().copyTo(connection, "pg_temp.link_in (" + SpanRows.LINK_COLUMNS + ")");
      }
    } catch (SQLException e) {
      throw new SpanCopyException(e);
    }
  }

  /** Sorted, so that two who write the same spans at once wait for each other and don't lock up. */
  private static int settle(Handle handle) {
    handle.execute(
        """
        insert into api.trace_bounds as t (trace_id, min_time, max_time)
        select trace_id, min(start_time), max(start_time) from pg_temp.span_in group by trace_id order by trace_id
        on conflict (trace_id) do update
           set min_time = least(t.min_time, excluded.min_time), max_time = greatest(t.max_time, excluded.max_time)
         where excluded.min_time < t.min_time or excluded.max_time > t.max_time
        """);
    handle.execute(
        """
        insert into api.span_operation as o (service_name, name, kind, last_day)
        select service_name, name, kind, max(start_time at time zone 'UTC')::date from pg_temp.span_in
         group by service_name, name, kind order by service_name, name, kind
        on conflict (service_name, name, kind) do update set last_day = excluded.last_day
         where o.last_day < excluded.last_day
        """);
    return handle
        .createQuery(
            "with added as (insert into api.span (tenant, "
                + SpanRows.SPAN_COLUMNS
                + ") select j.tenant, "
                + SpanRows.SPAN_COLUMNS.replace(", ", ", s.").replaceFirst("^", "s.")
                + " from pg_temp.span_in s left join api.job j on j.id = s.job_id"
                + " order by s.trace_id, s.span_id on conflict do nothing"
                + " returning tenant, job_id, service_name, name, status_code, duration_ns, start_ns, end_ns, start_time)"
                + STEPS_OF_ADDED
                + " select count(*) from added")
        .mapTo(Integer.class)
        .one();
  }

  private static void settleLinks(Handle handle) {
    handle.execute(
        "insert into api.span_link (tenant, "
            + SpanRows.LINK_COLUMNS
            + ") select j.tenant, "
            + SpanRows.LINK_COLUMNS.replace(", ", ", l.").replaceFirst("^", "l.")
            + """
               from pg_temp.link_in l
               join pg_temp.span_in s using (trace_id, span_id, start_time)
               left join api.job j on j.id = s.job_id
              order by l.trace_id, l.span_id, l.position on conflict do nothing
              """);
  }
}
