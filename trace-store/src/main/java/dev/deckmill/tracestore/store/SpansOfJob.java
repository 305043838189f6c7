package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import dev.deckmill.tracestore.span.TracedSpan;
import io.opentelemetry.proto.trace.v1.Span.Link;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The spans of a tenant's job. Others that are in the same trace are nobody's business. */
@Singleton
public final class SpansOfJob {
  private static final int ROWS_AT_A_TIME = 500;
  private static final String OF_JOB = "s.tenant = :tenant and s.job_id = :job";

  /** Some of a job's pages. */
  public record Pages(int first, int last) {}

  /** Outlines of what was done about some pages, in the order in which the spans began. */
  public List<SpanOutline> outlines(Tx tx, String tenant, String jobId, Pages pages) {
    return ofJob(
            tx,
            """
            select encode(trace_id, 'hex') as trace_id, encode(span_id, 'hex') as span_id,
                   encode(parent_span_id, 'hex') as parent_span_id, service_name, name, kind, status_code,
                   page_number, start_ns, duration_ns
              from api.span s
             where %s and page_number between :first and :last
             order by start_time, start_ns, span_id
            """
                .formatted(OF_JOB),
            tenant,
            jobId)
        .bind("first", pages.first())
        .bind("last", pages.last())
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> outline(row))
        .list();
  }

  private static SpanOutline outline(ResultSet row) throws SQLException {
    return new SpanOutline(
        row.getString("trace_id"),
        row.getString("span_id"),
        row.getString("parent_span_id"),
        row.getString("service_name"),
        row.getString("name"),
        row.getInt("kind"),
        row.getInt("status_code") == StatusCode.STATUS_CODE_ERROR_VALUE,
        page(row),
        row.getLong("start_ns"),
        row.getLong("duration_ns"));
  }

  private static @Nullable Integer page(ResultSet row) throws SQLException {
    int page = row.getInt("page_number");
    return row.wasNull() ? null : page;
  }

  /** Reads the whole spans in the order in which they began, a few at a time. */
  public void read(Tx tx, String tenant, String jobId, Consumer<TracedSpan> reader) {
    Map<SpanKey, List<Link>> links =
        SpanLinks.of(
            ofJob(
                tx,
                "select l.* from api.span_link l join api.span s using (trace_id, span_id, start_time) where "
                    + OF_JOB
                    + " order by l.span_id, l.start_time, l.position",
                tenant,
                jobId));
    StoredSpans spans = new StoredSpans(links);
    ofJob(
            tx,
            StoredSpans.QUERY + OF_JOB + " order by s.start_time, s.start_ns, s.span_id",
            tenant,
            jobId)
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> spans.read(row))
        .forEach(reader);
  }

  private static Query ofJob(Tx tx, String sql, String tenant, String jobId) {
    return tx.handle().createQuery(sql).bind("tenant", tenant).bind("job", jobId);
  }
}
