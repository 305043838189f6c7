package dev.deckmill.tracestore.store;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What a tenant's job took, by kind of step. Added up when spans are written: a giant's are too
 * many to be read each time.
 */
@Singleton
public final class StepsOfJob {
  /**
   * All spans of a job that have one name.
   *
   * @param count 1 and up
   * @param failed how many of them say they failed
   * @param totalNanos the sum of their durations; what ran side by side counts each time
   * @param longestNanos of one of them
   * @param startNanos when the first began, since 1970
   * @param endNanos when the last ended
   */
  public record Step(
      String service,
      String name,
      int count,
      int failed,
      long totalNanos,
      long longestNanos,
      long startNanos,
      long endNanos) {}

  /** Steps in the order in which the first of each began. */
  public List<Step> list(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select service_name, name, spans, failed, least(total_ns, 9223372036854775807)::bigint as total,
                   longest_ns as longest, first_ns as first, last_ns as last
              from api.span_step where tenant = :tenant and job_id = :job
             order by first, service_name, name
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map(
            (row, context) ->
                new Step(
                    row.getString("service_name"),
                    row.getString("name"),
                    row.getInt("spans"),
                    row.getInt("failed"),
                    row.getLong("total"),
                    row.getLong("longest"),
                    row.getLong("first"),
                    row.getLong("last")))
        .list();
  }
}
