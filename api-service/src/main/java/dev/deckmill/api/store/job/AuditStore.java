package dev.deckmill.api.store.job;

import dev.deckmill.api.store.row.AuditRows;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who did what: only ever added to. */
@Singleton
public final class AuditStore {
  private final AuditRows rows;

  AuditStore(AuditRows rows) {
    this.rows = rows;
  }

  /**
   * One deed.
   *
   * @param actor the name of the key it was done with
   * @param action what was done
   * @param object to which job
   * @param result how it ended
   */
  public record Deed(
      String tenant,
      String actor,
      String action,
      String object,
      String result,
      @Nullable String traceId) {}

  /** Notes a deed of the tenant whose transaction it is. */
  public void note(Deed deed) {
    rows.add(
        Map.of(
            "tenant", deed.tenant(),
            "actor", deed.actor(),
            "action", deed.action(),
            "object", deed.object(),
            "result", deed.result()),
        deed.traceId());
  }

  /** Notes a deed of the service's own, in a worker's transaction: it has no session. */
  public void noteAsWorker(Tx tx, Deed deed) {
    tx.handle()
        .createUpdate(
            """
            insert into api.audit (tenant, actor, action, object, result, trace_id)
            values (:tenant, :actor, :action, :object, :result, :traceId)
            """)
        .bind("tenant", deed.tenant())
        .bind("actor", deed.actor())
        .bind("action", deed.action())
        .bind("object", deed.object())
        .bind("result", deed.result())
        .bind("traceId", deed.traceId())
        .execute();
  }
}
