package dev.deckmill.api.store.job;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Jobs that were deleted and of which bytes may still be there. */
@Singleton
public final class RemovedJobStore {
  /**
   * Notes a job that is deleted in the same transaction.
   *
   * @param after when, from now, its bytes are to be looked for
   */
  public void note(Tx tx, Job job, Duration after) {
    tx.handle()
        .createUpdate(
            """
            insert into api.removed_job (tenant, job_id, sweep_at)
            values (:tenant, :job, now() + :after * interval '1 millisecond')
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("after", after.toMillis())
        .execute();
  }

  /** Ids of some whose time has come, the longest due first, held until the transaction ends. */
  public List<String> holdDue(Tx tx, int limit) {
    return tx.handle()
        .createQuery(
            """
            select job_id from api.removed_job where sweep_at <= now() order by sweep_at limit :limit
               for update skip locked
            """)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Has one wait for another time. */
  public void postpone(Tx tx, String jobId, Duration time) {
    tx.handle()
        .createUpdate(
            """
            update api.removed_job set sweep_at = now() + :time * interval '1 millisecond' where job_id = :job
            """)
        .bind("job", jobId)
        .bind("time", time.toMillis())
        .execute();
  }

  /** Forgets one: nothing is left of it. */
  public void forget(Tx tx, String jobId) {
    tx.handle()
        .createUpdate("delete from api.removed_job where job_id = :job")
        .bind("job", jobId)
        .execute();
  }
}
