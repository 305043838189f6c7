package dev.deckmill.api.store.intake;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Submissions whose bytes are being stored, until there is a job or the bytes are gone again. */
@Singleton
public final class IntakeStore {
  /** A submission that never became a job. */
  public record Abandoned(String tenant, String jobId) {}

  /** Notes that bytes will be stored for a job; false if there is such a note, be it anybody's. */
  public boolean begin(Tx tx, String tenant, String jobId) {
    return tx.handle()
            .createUpdate(
                """
                insert into api.intake (tenant, job_id) values (:tenant, :job) on conflict do nothing
                """)
            .bind("tenant", tenant)
            .bind("job", jobId)
            .execute()
        == 1;
  }

  /** Whether there is a job of that id, or bytes of one may still be there; across tenants. */
  public boolean isJob(Tx tx, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select exists (select from api.job where id = :job)
                or exists (select from api.removed_job where job_id = :job)
            """)
        .bind("job", jobId)
        .mapTo(Boolean.class)
        .one();
  }

  /** Takes the note back; false if it is not there any more, and the bytes may be gone with it. */
  public boolean end(Tx tx, String tenant, String jobId) {
    return tx.handle()
            .createUpdate("delete from api.intake where tenant = :tenant and job_id = :job")
            .bind("tenant", tenant)
            .bind("job", jobId)
            .execute()
        == 1;
  }

  /**
   * Some that began longer ago than {@code grace}, the oldest first, held until the transaction
   * ends; none that is just becoming a job.
   */
  public List<Abandoned> holdAbandoned(Tx tx, Duration grace, int limit) {
    return tx.handle()
        .createQuery(
            """
            select tenant, job_id from api.intake
             where begun_at < now() - :grace * interval '1 millisecond'
             order by begun_at limit :limit for update skip locked
            """)
        .bind("grace", grace.toMillis())
        .bind("limit", limit)
        .map((row, context) -> new Abandoned(text(row, "tenant"), text(row, "job_id")))
        .list();
  }
}
