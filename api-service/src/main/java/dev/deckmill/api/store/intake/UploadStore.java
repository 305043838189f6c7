package dev.deckmill.api.store.intake;

import static dev.deckmill.service.sql.Columns.instant;
import static dev.deckmill.service.sql.Columns.text;

import dev.deckmill.api.store.sql.ContractColumns;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Files that were sent ahead, and those that are on their way. */
@Singleton
public final class UploadStore {
  /** Notes that a file's bytes will be stored, and how long they are kept from now. */
  public void begin(Tx tx, String tenant, String id, String name, Duration keep) {
    tx.handle()
        .createUpdate(
            """
            insert into api.upload (tenant, id, name, expires_at)
            values (:tenant, :id, :name, now() + :keep * interval '1 millisecond')
            """)
        .bind("tenant", tenant)
        .bind("id", id)
        .bind("name", name)
        .bind("keep", keep.toMillis())
        .execute();
  }

  /** The bytes are safe. */
  public StoredUpload finish(Tx tx, String tenant, String id, BlobRef bytes) {
    return tx.handle()
        .createQuery(
            """
            update api.upload
               set file_key = :key, file_offset = :offset, file_length = :length, file_sha256 = :sha256
             where tenant = :tenant and id = :id returning *
            """)
        .bind("tenant", tenant)
        .bind("id", id)
        .bind("key", bytes.key())
        .bind("offset", bytes.offset())
        .bind("length", bytes.length())
        .bind("sha256", bytes.sha256())
        .map((row, context) -> upload(row))
        .one();
  }

  /** A whole file that is still kept. */
  public Optional<StoredUpload> find(Tx tx, String tenant, String id) {
    return tx.handle()
        .createQuery(
            """
            select * from api.upload
             where tenant = :tenant and id = :id and file_key is not null and expires_at > now()
            """)
        .bind("tenant", tenant)
        .bind("id", id)
        .map((row, context) -> upload(row))
        .findOne();
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

  private static StoredUpload upload(ResultSet row) throws SQLException {
    return new StoredUpload(
        text(row, "id"),
        text(row, "name"),
        Objects.requireNonNull(ContractColumns.blob(row, "file"), "file"),
        instant(row, "expires_at"));
  }
}
