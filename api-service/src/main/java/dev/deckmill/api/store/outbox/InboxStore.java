package dev.deckmill.api.store.outbox;

import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which messages were received, so that each counts once. */
@Singleton
public final class InboxStore {
  /**
   * A message's identity.
   *
   * @param id its CloudEvents id
   * @param tenant whose job it is about
   */
  public record Entry(String id, String tenant) {}

  /** Notes messages; returns the ids of those that were not received before. */
  public Set<String> keepNew(Tx tx, String topic, Collection<Entry> entries) {
    return tx.handle()
        .createQuery(
            """
            insert into api.inbox (tenant, topic, ce_id)
            select e.tenant, :topic, e.id from unnest(:tenants, :ids) as e (tenant, id) order by e.id
            on conflict do nothing returning ce_id
            """)
        .bind("topic", topic)
        .bindArray("tenants", String.class, tenants(entries))
        .bindArray("ids", String.class, ids(entries))
        .mapTo(String.class)
        .set();
  }

  /** Forgets what was received longer ago than {@code age}. */
  public int forget(Tx tx, Duration age) {
    return tx.handle()
        .createUpdate(
            "delete from api.inbox where received_at < now() - :age * interval '1 millisecond'")
        .bind("age", age.toMillis())
        .execute();
  }

  private static List<String> tenants(Collection<Entry> entries) {
    return entries.stream().map(Entry::tenant).toList();
  }

  private static List<String> ids(Collection<Entry> entries) {
    return entries.stream().map(Entry::id).toList();
  }
}
