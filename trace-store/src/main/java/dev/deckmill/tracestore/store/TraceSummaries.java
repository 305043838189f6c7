package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.span.TraceId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** Traces in a line each. */
@Singleton
public final class TraceSummaries {
  /**
   * A trace in a line.
   *
   * @param rootService of the span that has no parent, or of the first one if each has
   * @param startNanos when the first span began, since 1970
   * @param endNanos when the last one ended
   * @param orphans spans whose parent is not there
   */
  public record Summary(
      TraceId id,
      String rootService,
      String rootOperation,
      long startNanos,
      long endNanos,
      int spans,
      int errors,
      int orphans,
      List<Share> services) {
    public Summary {
      services = List.copyOf(services);
    }
  }

  /** A service's part in a trace. */
  public record Share(String service, int spans, int errors) {}

  private static final String SPANS =
      """
      with t as (
        select s.* from api.trace_bounds b
          join api.span s on s.trace_id = b.trace_id and s.start_time between b.min_time and b.max_time
         where b.trace_id = any(:traces))
      """;

  /** Summaries in the order of the ids; of a trace that is not there, none. */
  public List<Summary> of(Tx tx, Collection<TraceId> traces) {
    Map<TraceId, List<Share>> shares = new LinkedHashMap<>();
    traces.forEach(trace -> shares.put(trace, new ArrayList<>()));
    ask(
            tx,
            """
            select trace_id, service_name, count(*) as spans, count(*) filter (where status_code = 2) as errors
              from t group by trace_id, service_name order by service_name
            """,
            traces)
        .map((row, context) -> Map.entry(TraceId.of(row.getBytes("trace_id")), share(row)))
        .forEach(share -> shares.get(share.getKey()).add(share.getValue()));
    Map<TraceId, Summary> summaries = new LinkedHashMap<>();
    summarized(tx, traces, shares).forEach(summary -> summaries.put(summary.id(), summary));
    return traces.stream().filter(summaries::containsKey).map(summaries::get).toList();
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(row.getString("service_name"), row.getInt("spans"), row.getInt("errors"));
  }

  private static List<Summary> summarized(
      Tx tx, Collection<TraceId> traces, Map<TraceId, List<Share>> shares) {
    return ask(
            tx,
            """
            , root as (
              select distinct on (trace_id) trace_id, service_name, name from t
               order by trace_id, (parent_span_id is not null), start_ns, span_id)
            select t.trace_id, root.service_name, root.name, min(start_ns) as first,
                   max(start_ns + duration_ns) as last, count(*) as spans,
                   count(*) filter (where status_code = 2) as errors,
                   count(*) filter (where parent_span_id is not null and not exists (
                     select from t p where p.trace_id = t.trace_id and p.span_id = t.parent_span_id)) as orphans
              from t join root using (trace_id) group by t.trace_id, root.service_name, root.name
            """,
            traces)
        .map(
            (row, context) -> {
              TraceId id = TraceId.of(row.getBytes("trace_id"));
              return new Summary(
                  id,
                  row.getString("service_name"),
                  row.getString("name"),
                  row.getLong("first"),
                  row.getLong("last"),
                  row.getInt("spans"),
                  row.getInt("errors"),
                  row.getInt("orphans"),
                  shares.get(id));
            })
        .list();
  }

  private static Query ask(Tx tx, String sql, Collection<TraceId> traces) {
    return tx.handle().createQuery(SPANS + sql).bind("traces", BytesArray.ofTraces(traces));
  }
}
