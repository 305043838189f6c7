package dev.deckmill.api.store.outbox;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;

/** Rows of the outbox that can never be sent: they wait for an operator, and keep nobody else. */
@Singleton
public final class DeadRowStore {
  /** Moves a row here that the caller holds. */
  public void bury(Tx tx, OutboxStore.Due row, Trouble why) {
    tx.handle()
        .createUpdate(
            """
            with dead as (delete from api.outbox where id = :id returning *)
            insert into api.outbox_dead
                   (id, tenant, job_id, lane, topic, key, ce_id, type, body, traceparent, created_at, code, detail)
            select id, tenant, job_id, lane, topic, key, ce_id, type, body, traceparent, created_at, :code, :detail
              from dead
            """)
        .bind("id", row.id())
        .bind("code", why.type().name())
        .bind("detail", why.detail())
        .execute();
  }

  /** How many there are. */
  public long count(Tx tx) {
    return tx.handle().createQuery("select count(*) from api.outbox_dead").mapTo(Long.class).one();
  }

  /** Removes those of a job that is deleted. */
  public void remove(Tx tx, Job job) {
    tx.handle()
        .createUpdate("delete from api.outbox_dead where tenant = :tenant and job_id = :job")
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .execute();
  }
}
