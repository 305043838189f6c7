package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.span.TraceId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which traces have a span that answers a question, over all tenants. */
@Singleton
public final class TraceSearch {
  /** Spans that are looked at before those of the traces found so far are counted. */
  private static final int FIRST_LOOK = 2_000;

  private static final int WIDER = 8;

  private record Look(List<Hit> hits, boolean whole) {}

  private record Hit(TraceId trace, OffsetDateTime startTime) {}

  /** The traces of the spans that began last, theirs first. */
  public List<FoundTrace> find(Tx tx, TraceQuestion question) {
    SearchConditions conditions = SearchConditions.of(tx.handle(), question);
    Set<TraceId> found = new LinkedHashSet<>();
    OffsetDateTime before = null;
    int size = FIRST_LOOK;
    while (found.size() < question.limit()) {
      Look look = look(tx.handle(), conditions, before, size);
      look.hits().stream()
          .map(Hit::trace)
          .takeWhile(trace -> found.size() < question.limit() || found.contains(trace))
          .forEach(found::add);
      if (look.whole()) {
        break;
      }
      OffsetDateTime last = look.hits().getLast().startTime();
      // Spans of the same microsecond may lie beyond the edge: they are looked at again.
      size = last.equals(before) ? size * WIDER : size;
      before = last;
    }
    return withBounds(tx.handle(), found);
  }

  /** Each operation's last ones, of which the last are taken: its index is in the order of time. */
  private static Look look(
      Handle handle, SearchConditions conditions, @Nullable OffsetDateTime before, int size) {
    List<Hit> hits =
        handle
            .createQuery(
                """
                select s.trace_id, s.start_time
                  from (select distinct service_name, name from api.span_operation o where <operations>) o
                 cross join lateral (
                   select s.trace_id, s.start_time from api.span s
                    where s.service_name = o.service_name and s.name = o.name and <spans> and <before>
                    order by s.start_time desc limit :size) s
                 order by s.start_time desc limit :size
                """)
            .define("operations", conditions.ofOperations())
            .define("spans", conditions.ofSpans())
            .define("before", before == null ? "true" : "s.start_time <= :before")
            .bindMap(conditions.values())
            .bind("before", before)
            .bind("size", size)
            .map(
                (row, context) ->
                    new Hit(
                        TraceId.of(row.getBytes("trace_id")),
                        row.getObject("start_time", OffsetDateTime.class)))
            .list();
    return new Look(hits, hits.size() < size);
  }

  private static List<FoundTrace> withBounds(Handle handle, Set<TraceId> traces) {
    Map<TraceId, FoundTrace> bounds =
        handle
            .createQuery("select * from api.trace_bounds where trace_id = any(:traces)")
            .bind("traces", BytesArray.ofTraces(traces))
            .map((row, context) -> found(row))
            .collect(Collectors.toMap(FoundTrace::id, Function.identity()));
    return traces.stream().filter(bounds::containsKey).map(bounds::get).toList();
  }

  private static FoundTrace found(ResultSet row) throws SQLException {
    return new FoundTrace(
        TraceId.of(row.getBytes("trace_id")),
        Columns.instant(row, "min_time"),
        Columns.instant(row, "max_time"));
  }
}
