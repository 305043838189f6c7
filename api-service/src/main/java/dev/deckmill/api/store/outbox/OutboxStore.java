package dev.deckmill.api.store.outbox;

import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.contracts.Topics;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was decided and is still to be told. */
@Singleton
public final class OutboxStore {
  private static final List<String> ORDERS =
      List.of(
          Topics.PAGE_FETCH, Topics.PAGE_CONVERT, Topics.PAGE_CONVERT_BULK, Topics.DECK_PACKAGE);

  /**
   * A row that is due.
   *
   * @param id what to delete it by
   */
  public record Due(
      long id,
      String topic,
      String key,
      String ceId,
      String type,
      String body,
      @Nullable String traceparent) {}

  /**
   * What is due and not sent.
   *
   * @param oldest how long the oldest of them has waited; zero if there is none
   */
  public record Backlog(long rows, Duration oldest) {
    /** Nothing is. */
    public static final Backlog NONE = new Backlog(0, Duration.ZERO);
  }

  /** How much there is to do for the relays. */
  public Backlog backlog(Tx tx) {
    return tx.handle()
        .createQuery(
            """
            select count(*) as rows,
                   coalesce(extract(epoch from now() - min(greatest(created_at, not_before))) * 1000, 0)::bigint as oldest
              from api.outbox where not_before <= now()
            """)
        .map(
            (row, context) ->
                new Backlog(row.getLong("rows"), Duration.ofMillis(row.getLong("oldest"))))
        .one();
  }

  /** Writes rows in one statement. */
  public void add(Tx tx, List<OutboxRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    tx.handle()
        .createUpdate(
            """
            insert into api.outbox (tenant, job_id, lane, topic, key, ce_id, type, body, traceparent, not_before)
            select o.tenant, o.job_id, o.lane, o.topic, o.key, o.ce_id, o.type, o.body::json, o.traceparent,
                   now() + o.delay * interval '1 millisecond'
              from unnest(:tenants, :jobs, :lanes, :topics, :keys, :ids, :types, :bodies, :traces, :delays)
                   with ordinality
                   as o (tenant, job_id, lane, topic, key, ce_id, type, body, traceparent, delay, place)
             order by o.place
            """)
        .bindArray("tenants", String.class, column(rows, OutboxRow::tenant))
        .bindArray("jobs", String.class, column(rows, OutboxRow::jobId))
        .bindArray("lanes", Integer.class, column(rows, row -> row.lane().rank()))
        .bindArray("topics", String.class, column(rows, OutboxRow::topic))
        .bindArray("keys", String.class, column(rows, OutboxRow::key))
        .bindArray("ids", String.class, column(rows, OutboxRow::ceId))
        .bindArray("types", String.class, column(rows, OutboxRow::type))
        .bindArray("bodies", String.class, column(rows, OutboxRow::body))
        .bindArray("traces", String.class, column(rows, OutboxRow::traceparent))
        .bindArray("delays", Long.class, column(rows, row -> row.delay().toMillis()))
        .execute();
  }

  /**
   * Rows to send now, held until the transaction ends; rows that another relay holds are passed
   * over. Only the first row of a topic and key is given: the next one follows when it is deleted,
   * so that the order is kept whoever sends.
   */
  public List<Due> hold(Tx tx, int limit) {
    planByIndexes(tx);
    // "offset 0" keeps the planner from joining two tables that it takes for empty; "+ 0" leaves
    // one index to look for earlier rows in, that of topic and key.
    return tx.handle()
        .createQuery(
            """
            select o.id, o.topic, o.key, o.ce_id, o.type, o.body, o.traceparent from api.outbox o
             where o.not_before <= now()
               and not exists (
                     select from api.outbox e
                      where e.topic = o.topic and e.key = o.key and e.id + 0 < o.id offset 0)
             order by o.lane, o.id limit :limit
               for update of o skip locked
            """)
        .bind("limit", limit)
        .map((row, context) -> due(row))
        .list();
  }

  /**
   * The table is mostly empty when it is vacuumed. Until the next vacuum the planner takes it for
   * empty, however many dead rows a large job leaves in it; so in this transaction it may not plan
   * to read the whole of it.
   */
  private static void planByIndexes(Tx tx) {
    tx.handle()
        .createQuery(
            """
            select set_config(name, 'off', true)
              from unnest(array['enable_seqscan', 'enable_bitmapscan', 'enable_sort']) name
            """)
        .mapTo(String.class)
        .list();
  }

  /** Deletes rows that the broker has acknowledged. */
  public void sent(Tx tx, List<Long> ids) {
    tx.handle()
        .createUpdate("delete from api.outbox where id = any(:ids)")
        .bindArray("ids", Long.class, ids)
        .execute();
  }

  /** Takes back the orders of a job's pages and deck, as far as no relay has them in hand. */
  public void withdraw(Tx tx, String tenant, String jobId) {
    tx.handle()
        .createUpdate(
            """
            delete from api.outbox where id in (
              select id from api.outbox
               where tenant = :tenant and job_id = :job and topic = any(:topics) for update skip locked)
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .bindArray("topics", String.class, ORDERS)
        .execute();
  }

  private static <T> List<T> column(List<OutboxRow> rows, Function<OutboxRow, T> value) {
    // Not Stream.toList(): a traceparent may be null.
    return rows.stream().map(value).collect(Collectors.toList());
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getLong("id"),
        text(row, "topic"),
        text(row, "key"),
        text(row, "ce_id"),
        text(row, "type"),
        text(row, "body"),
        row.getString("traceparent"));
  }
}
