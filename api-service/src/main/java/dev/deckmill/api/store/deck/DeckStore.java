package dev.deckmill.api.store.deck;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.service.sql.Columns;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A job's decks: that one is ordered once, where they lie, where one was delivered to. */
@Singleton
public final class DeckStore {
  /** What is ordered at most once for a run of a job. */
  public enum Order {
    PACKAGE("package"),
    UPLOAD("upload");

    private final String wireName;

    Order(String wireName) {
      this.wireName = wireName;
    }

    private static Order of(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
  }

  /** An order that was given. */
  public record Ordered(String jobId, Order order) {}

  /** Orders whose job waits for them that a condition on {@code ordered_at} can be added to. */
  private static final String WAITED_FOR =
      """
      j.id = o.job_id and o.run = j.run and j.finished_at is null
      and j.state = case o.kind when 'package' then 'packaging' else 'delivering' end
      and o.ordered_at < now() - interval '1 millisecond' * case when o.sent_at is null then :unsentAge else :age end
      and not exists (select from api.outbox x
                       where x.job_id = o.job_id
                         and x.topic = case o.kind when 'package' then :packageTopic else :uploadTopic end)
      """;

  /** Who noted an order sends it at once; one that is not sent by then has lost its process. */
  private static final Duration UNSENT_FOR = Duration.ofSeconds(30);

  /**
   * Orders that left the outbox and that a job has waited for longer than {@code age}, and those
   * that were noted and did not get there, the oldest first.
   */
  public List<Ordered> unanswered(Tx tx, Duration age, int limit) {
    return tx.handle()
        .createQuery(
            "select o.job_id, o.kind from api.deck_order o, api.job j where "
                + WAITED_FOR
                + "order by o.ordered_at limit :limit")
        .bind("age", age.toMillis())
        .bind("unsentAge", UNSENT_FOR.toMillis())
        .bind("packageTopic", Topics.DECK_PACKAGE)
        .bind("uploadTopic", Topics.DECK_UPLOAD)
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Ordered(Columns.text(row, "job_id"), Order.of(Columns.text(row, "kind"))))
        .list();
  }

  /**
   * Notes that an order of a held job is given anew; false if it is not {@link #unanswered} any
   * more.
   */
  public boolean orderAgain(Tx tx, Job job, Order order, Duration age) {
    return tx.handle()
            .createUpdate(
                "update api.deck_order o set ordered_at = now(), sent_at = null from api.job j"
                    + " where o.tenant = :tenant and o.job_id = :job and o.kind = :kind and "
                    + WAITED_FOR)
            .bind("tenant", job.tenant())
            .bind("job", job.id())
            .bind("kind", order.wireName)
            .bind("age", age.toMillis())
            .bind("unsentAge", UNSENT_FOR.toMillis())
            .bind("packageTopic", Topics.DECK_PACKAGE)
            .bind("uploadTopic", Topics.DECK_UPLOAD)
            .execute()
        == 1;
  }

  /** Notes an order; false if it was given before, and is then not to be given again. */
  public boolean orderOnce(Tx tx, Job job, Order order) {
    return tx.handle()
            .createUpdate(
                """
                insert into api.deck_order (tenant, job_id, kind, run) values (:tenant, :job, :kind, :run)
                on conflict on constraint deck_order_once do nothing
                """)
            .bind("tenant", job.tenant())
            .bind("job", job.id())
            .bind("kind", order.wireName)
            .bind("run", job.status().run())
            .execute()
        == 1;
  }

  /**
   * Notes that an order of a held job is sent; false if it was before, or the job waits for it no
   * more, and it is then not to be sent.
   */
  public boolean sendOnce(Tx tx, Job job, Order order) {
    return tx.handle()
            .createUpdate(
                """
                update api.deck_order o set sent_at = now() from api.job j
                 where o.tenant = :tenant and o.job_id = :job and o.kind = :kind and o.run = :run
                   and o.sent_at is null and j.id = o.job_id
                   and (j.state = 'packaging' and o.kind = 'package'
                        or j.state in ('delivering', 'cancelling') and o.kind = 'upload')
                """)
            .bind("tenant", job.tenant())
            .bind("job", job.id())
            .bind("kind", order.wireName)
            .bind("run", job.status().run())
            .execute()
        == 1;
  }

  /** Keeps a deck, as the job's newest version. */
  public void keep(Tx tx, Job job, BlobRef deck) {
    tx.handle()
        .createUpdate(
            """
            insert into api.deck (tenant, job_id, version, deck_key, deck_offset, deck_length, deck_sha256)
            select :tenant, :job, coalesce(max(version), 0) + 1, :key, :offset, :length, :sha256
              from api.deck where job_id = :job
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("key", deck.key())
        .bind("offset", deck.offset())
        .bind("length", deck.length())
        .bind("sha256", deck.sha256())
        .execute();
  }

  /** Writes where the deck was delivered to. */
  public void delivered(Tx tx, Job job, DeckUploaded uploaded) {
    tx.handle()
        .createUpdate(
            """
            update api.job
               set drive_file_id = :file, drive_folder_id = :folder, drive_link = :link,
                   slides_file_id = :slides, slides_link = :slidesLink, pictures = :pictures,
                   upload_bytes = :bytes, upload_bytes_all = :bytes
             where tenant = :tenant and id = :job
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("file", uploaded.fileId())
        .bind("folder", uploaded.folderId())
        .bind("link", uploaded.link())
        .bind("slides", uploaded.slides() == null ? null : uploaded.slides().fileId())
        .bind("slidesLink", uploaded.slides() == null ? null : uploaded.slides().link())
        .bind("pictures", uploaded.pictures())
        .bind("bytes", uploaded.bytes())
        .execute();
  }

  /** Writes how far the deck is on its way. */
  public void progressed(Tx tx, Job job, DeckUploadProgressed progress) {
    tx.handle()
        .createUpdate(
            """
            update api.job set upload_bytes = :bytes, upload_bytes_all = :all, updated_at = now()
             where tenant = :tenant and id = :job
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("bytes", progress.bytes())
        .bind("all", progress.bytesInAll())
        .execute();
  }

  /** Whether an order was given in the present run of a job. */
  public boolean isOrdered(Tx tx, Job job, Order order) {
    return tx.handle()
        .createQuery(
            """
            select exists (select from api.deck_order
                            where tenant = :tenant and job_id = :job and kind = :kind and run = :run)
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("kind", order.wireName)
        .bind("run", job.status().run())
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Jobs whose deck has waited long enough for pictures to be delivered with: none of them was
   * ordered for {@code age}, or half of the time is over that the job had left.
   */
  public List<String> waitedForPictures(Tx tx, Duration age, int limit) {
    return tx.handle()
        .createQuery(
            """
            select j.id from api.job j
             where j.finished_at is null and j.state = 'delivering' and j.delivery_wish is not null
               and not exists (select from api.deck_order o
                                where o.job_id = j.id and o.kind = 'upload' and o.run = j.run)
               and (now() > coalesce(j.retried_at, j.packaged_at)
                              + (j.deadline_at - coalesce(j.retried_at, j.packaged_at)) / 2
                    or not exists (select from api.preview v
                                    where v.job_id = j.id
                                      and v.ordered_at > now() - :age * interval '1 millisecond'))
             order by j.deadline_at limit :limit
            """)
        .bind("age", age.toMillis())
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** The newest deck of a job, if there is one. */
  public Optional<DeckVersion> newest(Tx tx, String tenant, String jobId) {
    return versions(tx, tenant, jobId).reversed().stream().findFirst();
  }

  /** All decks of a job, the oldest first. */
  public List<DeckVersion> versions(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            "select * from api.deck where tenant = :tenant and job_id = :job order by version")
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map(
            (row, context) ->
                new DeckVersion(
                    row.getInt("version"),
                    Columns.instant(row, "made_at"),
                    ContractColumns.stretch(row, Columns.text(row, "deck_key"), "deck")))
        .list();
  }
}
