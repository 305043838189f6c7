package dev.deckmill.api.store;

import static dev.deckmill.api.store.Columns.text;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How long the steps of a job's stages took, over all attempts that tell. */
@Singleton
public final class StepTimes {
  /**
   * One step, in microseconds.
   *
   * @param name queue, fetch, parse, analyze, map, embed, package or upload
   * @param count how many attempts tell it, 1 and up
   * @param total the sum; what ran side by side counts each time
   */
  public record Step(
      String name, int count, long total, long median, long p95, long p99, long longest) {}

  /** The steps that took place, in the order of a page's way. */
  public List<Step> list(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select step.name, count(*) as attempts, sum(step.us)::bigint as total, max(step.us) as longest,
                   percentile_disc(0.5) within group (order by step.us) as median,
                   percentile_disc(0.95) within group (order by step.us) as p95,
                   percentile_disc(0.99) within group (order by step.us) as p99
              from api.stage_row s
              cross join lateral (values (1, 'queue', s.queue_wait_ms * 1000),
                                         (2, 'fetch', case when s.stage = 'fetch' then s.total_us end),
                                         (3, 'parse', s.parse_us),
                                         (4, 'analyze', s.analyze_us),
                                         (5, 'map', s.map_us),
                                         (6, 'embed', s.embed_us),
                                         (7, 'package', case when s.stage = 'package' then s.total_us end),
                                         (8, 'upload', case when s.stage = 'upload' then s.total_us end)
                                 ) as step (place, name, us)
             where s.tenant = :tenant and s.job_id = :job and step.us is not null
             group by step.place, step.name order by step.place
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> step(row))
        .list();
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        text(row, "name"),
        row.getInt("attempts"),
        row.getLong("total"),
        row.getLong("median"),
        row.getLong("p95"),
        row.getLong("p99"),
        row.getLong("longest"));
  }
}
