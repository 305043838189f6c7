package dev.deckmill.api.store.intake;

import dev.deckmill.api.store.row.IdempotencyRows;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Which submission brought which job, by the key that the client gave it. */
@Singleton
public final class IdempotencyStore {
  private final IdempotencyRows rows;

  IdempotencyStore(IdempotencyRows rows) {
    this.rows = rows;
  }

  /**
   * A submission that has its job.
   *
   * @param fingerprint of its content
   */
  public record Known(String fingerprint, String jobId) {}

  /**
   * Keeps others who have the same key out until the transaction ends.
   *
   * @return false if somebody is inside
   */
  public boolean enter(Tx tx, String tenant, String key) {
    return tx.handle()
        .createQuery(
            "select pg_try_advisory_xact_lock(hashtextextended(:tenant || ' ' || :key, 7))")
        .bind("tenant", tenant)
        .bind("key", key)
        .mapTo(Boolean.class)
        .one();
  }

  /** The tenant's submission that came with a key, if that was no longer ago than {@code age}. */
  public Optional<Known> find(String key, Duration age) {
    return rows.find(key, age).map(row -> new Known(row.fingerprint, row.jobId));
  }

  /** Notes a submission; one that is too old to be found gives way. */
  public void keep(Tx tx, String tenant, String key, Known known) {
    tx.handle()
        .createUpdate(
            """
            insert into api.idempotency (tenant, key, fingerprint, job_id)
            values (:tenant, :key, :fingerprint, :job)
            on conflict (tenant, key) do update
               set fingerprint = excluded.fingerprint, job_id = excluded.job_id, created_at = now()
            """)
        .bind("tenant", tenant)
        .bind("key", key)
        .bind("fingerprint", known.fingerprint())
        .bind("job", known.jobId())
        .execute();
  }

  /** Forgets those that came longer ago than {@code age}. */
  public int forget(Tx tx, Duration age) {
    return tx.handle()
        .createUpdate(
            "delete from api.idempotency where created_at < now() - :age * interval '1 millisecond'")
        .bind("age", age.toMillis())
        .execute();
  }
}
