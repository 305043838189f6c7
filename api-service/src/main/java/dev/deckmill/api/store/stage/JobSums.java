package dev.deckmill.api.store.stage;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** What the findings in the stage rows of a job come to, counted by the database. */
@Singleton
public final class JobSums {
  /** The row that made the page what it is. */
  static final String OF_RESULT =
      "s.job_id = p.job_id and s.stage = 'convert' and s.page = p.number and s.attempt = p.result_attempt";

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
