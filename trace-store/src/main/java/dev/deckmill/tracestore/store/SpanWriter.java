package dev.deckmill.tracestore.store;

import com.google.protobuf.ByteString;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.span.SpanOrigin;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Writes spans. One that is there already, by trace, id and start, is left as it is, so that a
 * batch may be sent again.
 *
 * <p>Nearly all are new, so they are tried as if all were, straight into the table: that costs a
 * quarter less than to have each looked up. Only when one was there is it found out which are not.
 */
@Singleton
public final class SpanWriter {
  private static final String SAVEPOINT = "spans";
  private static final int MOST_TRIES = 5;

  private final OriginWriter origins;
  private final JobTenants owners;

  SpanWriter(OriginWriter origins, JobTenants owners) {
    this.origins = origins;
    this.owners = owners;
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
    List<SpanRow> rows = rows(tx, spans);
    BoundsWriter.write(handle, rows);
    OperationWriter.write(handle, rows);
    List<SpanRow> added = add(handle, rows);
    StepWriter.write(handle, added);
    return added.size();
  }

  /** In an order that all follow, so that two who write the same spans at once don't lock up. */
  private List<SpanRow> rows(Tx tx, List<TracedSpan> spans) {
    Map<SpanOrigin, ByteString> ids = origins.write(tx.handle(), spans);
    Map<SpanOrigin, String> services = new HashMap<>();
    ids.keySet().forEach(origin -> services.put(origin, origin.serviceName()));
    Map<String, String> tenants = tenants(tx, spans);
    return spans.stream()
        .map(
            span -> {
              String job = span.jobId().orElse(null);
              return new SpanRow(
                  span,
                  SpanRow.Key.of(span),
                  Objects.requireNonNull(ids.get(span.origin())),
                  Objects.requireNonNull(services.get(span.origin())),
                  job,
                  job == null ? null : tenants.get(job));
            })
        .sorted(Comparator.comparing(SpanRow::key, SpanRow.Key.ORDER))
        .toList();
  }

  private Map<String, String> tenants(Tx tx, List<TracedSpan> spans) {
    Set<String> jobs = new HashSet<>();
    spans.forEach(span -> span.jobId().ifPresent(jobs::add));
    return jobs.isEmpty() ? Map.of() : owners.of(tx, jobs);
  }

  private static List<SpanRow> add(Handle handle, List<SpanRow> rows) {
    List<SpanRow> fresh = rows;
    for (int tried = 0; tried < MOST_TRIES; tried++) {
      handle.savepoint(SAVEPOINT);
      try {
        copy(handle, fresh);
        handle.releaseSavepoint(SAVEPOINT);
        return fresh;
      } catch (SpanCopyException e) {
        if (!e.isKnown()) {
          throw e;
        }
        handle.rollbackToSavepoint(SAVEPOINT);
        fresh = unknown(handle, rows);
      }
    }
    throw new SpanCopyException(MOST_TRIES);
  }

  private static void copy(Handle handle, List<SpanRow> fresh) {
    SpanRows rows = new SpanRows();
    fresh.forEach(rows::add);
    try {
      rows.copyTo(handle);
    } catch (SQLException e) {
      throw new SpanCopyException(e);
    }
  }

  /** Those that are not there, each once. */
  private static List<SpanRow> unknown(Handle handle, List<SpanRow> rows) {
    Set<SpanRow.Key> seen = known(handle, rows);
    return rows.stream().filter(row -> seen.add(row.key())).toList();
  }

  private static Set<SpanRow.Key> known(Handle handle, List<SpanRow> rows) {
    LongSummaryStatistics starts =
        rows.stream().mapToLong(row -> row.key().startMicros()).summaryStatistics();
    return handle
        .createQuery(
            """
            select s.trace_id, s.span_id, (extract(epoch from s.start_time) * 1000000)::bigint as micros
              from unnest(:traces, :spans, :starts) as k (trace_id, span_id, micros)
              join api.span s on s.trace_id = k.trace_id and s.span_id = k.span_id
               and s.start_time = timestamptz 'epoch' + k.micros * interval '1 microsecond'
             where s.start_time between timestamptz 'epoch' + :first * interval '1 microsecond'
                                    and timestamptz 'epoch' + :last * interval '1 microsecond'
            """)
        .bind("traces", BytesArray.of(rows.stream().map(row -> row.key().trace().bytes()).toList()))
        .bind(
            "spans",
            BytesArray.of(rows.stream().map(row -> row.key().span().toByteArray()).toList()))
        .bindArray("starts", Long.class, rows.stream().map(row -> row.key().startMicros()).toList())
        .bind("first", starts.getMin())
        .bind("last", starts.getMax())
        .map(
            (row, context) ->
                new SpanRow.Key(
                    TraceId.of(row.getBytes("trace_id")),
                    ByteString.copyFrom(row.getBytes("span_id")),
                    row.getLong("micros")))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
