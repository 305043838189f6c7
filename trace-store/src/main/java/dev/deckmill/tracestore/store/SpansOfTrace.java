package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.span.TraceId;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.Span.Link;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every span of a trace, whosever it is. */
@Singleton
public final class SpansOfTrace {
  private static final int ROWS_AT_A_TIME = 500;
  private static final String WITHIN_ITS_DAYS =
      """
      s.trace_id = :trace
         and s.start_time >= (select min_time from api.trace_bounds where trace_id = :trace)
         and s.start_time <= (select max_time from api.trace_bounds where trace_id = :trace)
      """;

  /**
   * Reads them in the order in which they began, a few at a time; none if there is no such trace.
   */
  public void read(Tx tx, TraceId trace, Consumer<TracedSpan> reader) {
    Map<SpanKey, List<Link>> links =
        SpanLinks.of(
            tx.handle()
                .createQuery(
                    "select * from api.span_link s where "
                        + WITHIN_ITS_DAYS
                        + " order by s.span_id, s.start_time, s.position")
                .bind("trace", trace.bytes()));
    StoredSpans spans = new StoredSpans(links);
    tx.handle()
        .createQuery(
            StoredSpans.QUERY + WITHIN_ITS_DAYS + " order by s.start_time, s.start_ns, s.span_id")
        .bind("trace", trace.bytes())
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> spans.read(row))
        .forEach(reader);
  }
}
