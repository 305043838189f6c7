package dev.deckmill.api.store.job;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who did what: only ever added to. */
@Singleton
public final class AuditStore {
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

  /** Notes a deed. */
  public void note(Tx tx, Deed deed) {
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
