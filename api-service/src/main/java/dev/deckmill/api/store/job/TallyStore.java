package dev.deckmill.api.store.job;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.Tally;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many pages of a job are in which state. Counted by the database itself, in the statement that
 * moves the pages: see the triggers on {@code page}.
 */
@Singleton
public final class TallyStore {
  /** The tallies of jobs, by job id. */
  public Map<String, Tally> of(Tx tx, Collection<String> jobIds) {
    Map<String, Tally> tallies = new HashMap<>();
    tx.handle()
        .createQuery(
            """
            select job_id, queued, fetching, converting, succeeded, degraded, failed, skipped, cancelled
              from api.page_tally where job_id = any(:jobs)
            """)
        .bindArray("jobs", String.class, List.copyOf(jobIds))
        .map((row, context) -> Map.entry(text(row, "job_id"), tally(row)))
        .forEach(entry -> tallies.put(entry.getKey(), entry.getValue()));
    return tallies;
  }

  /** The trouble of a job's failed page with the lowest number, told so that it stands alone. */
  public Optional<Trouble> firstFailure(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select number, name, trouble_code, trouble_detail from api.page
             where tenant = :tenant and job_id = :job and state = 'failed' order by number limit 1
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> pageTrouble(row))
        .findOne();
  }

  private static Trouble pageTrouble(ResultSet row) throws SQLException {
    return new Trouble(
        ErrorType.valueOf(text(row, "trouble_code")),
        "Page %d (%s): %s"
            .formatted(row.getInt("number"), text(row, "name"), text(row, "trouble_detail")));
  }

  /** Of a row with its columns; without a tally they are null, and no page is counted. */
  static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        row.getInt("queued"),
        row.getInt("fetching"),
        row.getInt("converting"),
        row.getInt("succeeded"),
        row.getInt("degraded"),
        row.getInt("failed"),
        row.getInt("skipped"),
        row.getInt("cancelled"));
  }
}
