package dev.deckmill.api.store;

import static dev.deckmill.api.store.Columns.text;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** What the stage rows of a job come to, counted by the database: a giant's rows stay there. */
@Singleton
public final class JobSums {
  /** The row that made the page what it is. */
  static final String OF_RESULT =
      "s.job_id = p.job_id and s.stage = 'convert' and s.page = p.number and s.attempt = p.result_attempt";

  /**
   * What became of the elements of the pages that are slides.
   *
   * @param findings all of them, also those that no row keeps
   */
  public record Outcome(
      long nativeElements, long approximateElements, long rasterElements, long findings) {}

  /**
   * Attempts at one stage.
   *
   * @param stage fetch, convert, package or upload
   * @param again those that were not the first at their page or deck
   */
  public record Attempts(String stage, int all, int failed, int again) {}

  /**
   * Findings of one code, as far as rows keep them.
   *
   * @param pages how many pages have one
   */
  public record Findings(String code, boolean warning, long count, int pages) {}

  /**
   * Has the rest of a transaction read a job's rows as many. Of a job that has just come about the
   * planner's statistics know nothing: it takes its rows for one or two and goes through all of
   * them once for each page.
   */
  public void expectMany(Tx tx) {
    tx.handle().execute("set local enable_nestloop = off");
  }

  /** What became of the elements. */
  public Outcome outcome(Tx tx, String tenant, String jobId) {
    return ofJob(
            tx,
            """
            select coalesce(sum(s.native_elements), 0) as native, coalesce(sum(s.approximate_elements), 0) as approximate,
                   coalesce(sum(s.raster_elements), 0) as raster, coalesce(sum(s.finding_count), 0) as findings
              from api.page p join api.stage_row s on %s
             where p.tenant = :tenant and p.job_id = :job
            """
                .formatted(OF_RESULT),
            tenant,
            jobId)
        .map(
            (row, context) ->
                new Outcome(
                    row.getLong("native"),
                    row.getLong("approximate"),
                    row.getLong("raster"),
                    row.getLong("findings")))
        .one();
  }

  /** Attempts at each stage that there were any at. */
  public List<Attempts> attempts(Tx tx, String tenant, String jobId) {
    return ofJob(
            tx,
            """
            select stage, count(*) as attempts, count(*) filter (where outcome = 'failed') as failed,
                   count(*) filter (where attempt > 1) as again
              from api.stage_row where tenant = :tenant and job_id = :job
             group by stage order by array_position(array['fetch', 'convert', 'package', 'upload'], stage)
            """,
            tenant,
            jobId)
        .map(
            (row, context) ->
                new Attempts(
                    text(row, "stage"),
                    row.getInt("attempts"),
                    row.getInt("failed"),
                    row.getInt("again")))
        .list();
  }

  /** Findings by their codes, the most frequent first. */
  public List<Findings> findings(Tx tx, String tenant, String jobId) {
    return ofJob(
            tx,
            """
            select f.code, bool_or(f.warning) as warning, count(*) as findings, count(distinct p.number) as pages
              from api.page p join api.stage_row s on %s and s.finding_count > 0
              cross join lateral jsonb_to_recordset(s.findings) as f (code text, warning boolean)
             where p.tenant = :tenant and p.job_id = :job
             group by f.code order by findings desc, f.code
            """
                .formatted(OF_RESULT),
            tenant,
            jobId)
        .map(
            (row, context) ->
                new Findings(
                    text(row, "code"),
                    row.getBoolean("warning"),
                    row.getLong("findings"),
                    row.getInt("pages")))
        .list();
  }

  private static Query ofJob(Tx tx, String sql, String tenant, String jobId) {
    return tx.handle().createQuery(sql).bind("tenant", tenant).bind("job", jobId);
  }
}
