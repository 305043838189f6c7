package dev.deckmill.api.store.job;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/** What happened to jobs, as those who follow them are told. */
@Singleton
public final class JobEventStore {
  /**
   * Adds an event of a job that the caller holds: so the numbers come to be seen in their order.
   */
  public void add(Tx tx, Job job, JobEvent.Kind kind, String bodyJson) {
    tx.handle()
        .createUpdate(
            """
            insert into api.job_event (tenant, job_id, number, kind, body, final)
            select :tenant, :job, coalesce(max(number), 0) + 1, :kind, :body::json, :final
              from api.job_event where job_id = :job
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("kind", kind.wireName())
        .bind("body", bodyJson)
        .bind("final", kind == JobEvent.Kind.JOB && job.state().terminal())
        .execute();
  }

  /** The events after number {@code after}, in their order. */
  public List<JobEvent> after(Tx tx, String tenant, String jobId, long after, int limit) {
    return tx.handle()
        .createQuery(
            """
            select number, kind, body, final from api.job_event
             where tenant = :tenant and job_id = :job and number > :after order by number limit :limit
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> event(row))
        .list();
  }

  private static JobEvent event(ResultSet row) throws SQLException {
    return new JobEvent(
        row.getLong("number"),
        JobEvent.Kind.of(text(row, "kind")),
        text(row, "body"),
        row.getBoolean("final"));
  }

  /** The number of the last event of a job, 0 if none has happened; nothing if there is no job. */
  public OptionalLong last(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select coalesce((select max(number) from api.job_event e where e.job_id = j.id), 0)
              from api.job j where j.tenant = :tenant and j.id = :job
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }
}
