package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.RowArrays;
import dev.deckmill.tracestore.span.TraceId;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes when traces were. */
final class BoundsWriter {
  private BoundsWriter() {}

  /** Widens the bounds of the traces of these spans. */
  static void write(Handle handle, List<SpanRow> rows) {
    Map<TraceId, LongSummaryStatistics> starts = new HashMap<>();
    rows.forEach(
        row ->
            starts
                .computeIfAbsent(row.key().trace(), trace -> new LongSummaryStatistics())
                .accept(row.key().startMicros()));
    List<Map.Entry<TraceId, LongSummaryStatistics>> bounds = List.copyOf(starts.entrySet());
    Update statement =
        handle
            .createUpdate(
                """
                insert into api.trace_bounds as t (trace_id, min_time, max_time)
                select b.trace_id, timestamptz 'epoch' + b.first * interval '1 microsecond',
                       timestamptz 'epoch' + b.last * interval '1 microsecond'
                  from unnest(:traces, :first, :last) as b (trace_id, first, last) order by b.trace_id
                on conflict (trace_id) do update
                   set min_time = least(t.min_time, excluded.min_time), max_time = greatest(t.max_time, excluded.max_time)
                 where excluded.min_time < t.min_time or excluded.max_time > t.max_time
                """)
            .bind("traces", BytesArray.ofTraces(bounds.stream().map(Map.Entry::getKey).toList()));
    new RowArrays<>(statement, bounds)
        .number("first", bound -> bound.getValue().getMin())
        .number("last", bound -> bound.getValue().getMax())
        .execute();
  }
}
