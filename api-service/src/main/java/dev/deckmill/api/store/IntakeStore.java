package dev.deckmill.api.store;

import static dev.deckmill.api.store.Columns.text;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Submissions whose bytes are being stored, until there is a job or the bytes are gone again. */
@Singleton
public final class IntakeStore {
  /** A submission that never became a job. */
  public record Abandoned(String tenant, String jobId) {}

  /** Notes that bytes will be stored for a job. */
  public void begin(Tx tx, String tenant, String jobId) {
    tx.handle()
        .createUpdate("insert into api.intake (tenant, job_id) values (:tenant, :job)")
        .bind("tenant", tenant)
        .bind("job", jobId)
        .execute();
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
