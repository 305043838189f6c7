package dev.deckmill.api.store;

import dev.deckmill.api.job.Job;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.DeckUploaded;
import jakarta.inject.Singleton;
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
