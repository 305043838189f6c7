package dev.deckmill.api.store;

import dev.deckmill.api.job.Job;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.DeckUploaded;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A job's deck: that it is ordered once, where it lies, where it was delivered to. */
@Singleton
public final class DeckStore {
  /** What is ordered at most once for a job. */
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
      j.id = o.job_id and j.finished_at is null
      and j.state = case o.kind when 'package' then 'packaging' else 'delivering' end
      and o.ordered_at < now() - :age * interval '1 millisecond'
      and not exists (select from api.outbox x
                       where x.job_id = o.job_id
                         and x.topic = case o.kind when 'package' then :packageTopic else :uploadTopic end)
      """;

  /**
   * Orders that left the outbox and that a job has waited for longer than {@code age}, the oldest
   * first.
   */
  public List<Ordered> unanswered(Tx tx, Duration age, int limit) {
    return tx.handle()
        .createQuery(
            "select o.job_id, o.kind from api.deck_order o, api.job j where "
                + WAITED_FOR
                + "order by o.ordered_at limit :limit")
        .bind("age", age.toMillis())
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
                "update api.deck_order o set ordered_at = now() from api.job j"
                    + " where o.tenant = :tenant and o.job_id = :job and o.kind = :kind and "
                    + WAITED_FOR)
            .bind("tenant", job.tenant())
            .bind("job", job.id())
            .bind("kind", order.wireName)
            .bind("age", age.toMillis())
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
                insert into api.deck_order (tenant, job_id, kind) values (:tenant, :job, :kind)
                on conflict on constraint deck_order_once do nothing
                """)
            .bind("tenant", job.tenant())
            .bind("job", job.id())
            .bind("kind", order.wireName)
            .execute()
        == 1;
  }

  /** Writes where the deck lies. */
  public void keep(Tx tx, Job job, BlobRef deck) {
    tx.handle()
        .createUpdate(
            """
            update api.job set deck_key = :key, deck_offset = :offset, deck_length = :length, deck_sha256 = :sha256
             where tenant = :tenant and id = :job
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
            update api.job set drive_file_id = :file, drive_folder_id = :folder, drive_link = :link
             where tenant = :tenant and id = :job
            """)
        .bind("tenant", job.tenant())
        .bind("job", job.id())
        .bind("file", uploaded.fileId())
        .bind("folder", uploaded.folderId())
        .bind("link", uploaded.link())
        .execute();
  }

  /** Where the deck lies, if there is one. */
  public Optional<BlobRef> find(Tx tx, String tenant, String jobId) {
    return tx.handle()
        .createQuery(
            """
            select deck_key, deck_offset, deck_length, deck_sha256 from api.job
             where tenant = :tenant and id = :job and deck_key is not null
            """)
        .bind("tenant", tenant)
        .bind("job", jobId)
        .map((row, context) -> Columns.stretch(row, Columns.text(row, "deck_key"), "deck"))
        .findOne();
  }
}
