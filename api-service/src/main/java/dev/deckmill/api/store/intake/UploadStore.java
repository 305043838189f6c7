package dev.deckmill.api.store.intake;

import dev.deckmill.api.store.row.UploadRow;
import dev.deckmill.api.store.row.UploadRows;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Files that were sent ahead, and those that are on their way. */
@Singleton
public final class UploadStore {
  private final UploadRows rows;

  UploadStore(UploadRows rows) {
    this.rows = rows;
  }

  /** Notes that a file's bytes will be stored, and how long they are kept from now. */
  public void begin(Tx tx, String id, String name, Duration keep) {
    Instant now =
        tx.handle().createQuery("select now()").mapTo(OffsetDateTime.class).one().toInstant();
    rows.persist(new UploadRow(id, name, now.plus(keep)));
  }

  /** The bytes are safe. */
  public StoredUpload finish(String id, BlobRef bytes) {
    UploadRow row =
        rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(() -> new IllegalStateException("upload %s is not kept".formatted(id)));
    row.fileKey = bytes.key();
    row.fileOffset = bytes.offset();
    row.fileLength = bytes.length();
    row.fileSha256 = bytes.sha256();
    return upload(row);
  }

  /** A whole file of the tenant that is still kept. */
  public Optional<StoredUpload> find(String id) {
    return rows.kept(id).map(UploadStore::upload);
  }

  /** Ids of some that are no longer kept, held until the transaction ends. */
  public List<String> holdExpired(Tx tx, int limit) {
    return tx.handle()
        .createQuery(
            """
            select id from api.upload where expires_at <= now() order by expires_at limit :limit
               for update skip locked
            """)
        .bind("limit", limit)
        .mapTo(String.class)
        .list();
  }

  /** Forgets one. */
  public void remove(Tx tx, String id) {
    tx.handle().createUpdate("delete from api.upload where id = :id").bind("id", id).execute();
  }

  private static StoredUpload upload(UploadRow row) {
    BlobRef bytes =
        new BlobRef(
            Objects.requireNonNull(row.fileKey, "file_key"),
            Objects.requireNonNull(row.fileOffset, "file_offset"),
            Objects.requireNonNull(row.fileLength, "file_length"),
            Objects.requireNonNull(row.fileSha256, "file_sha256"));
    return new StoredUpload(row.id, row.name, bytes, row.expiresAt);
  }
}
