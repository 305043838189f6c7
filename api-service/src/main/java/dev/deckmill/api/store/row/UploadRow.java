package dev.deckmill.api.store.row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A file that was sent ahead, or is on its way. */
@Entity
@Table(name = "upload")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class UploadRow {
  @Id public String id;
  @TenantId public String tenant;

  /** Its label. */
  @Column(updatable = false)
  public String name;

  /** Null: its bytes are not there, nor are the other three columns. */
  public @Nullable String fileKey;

  public @Nullable Long fileOffset;
  public @Nullable Long fileLength;
  public @Nullable String fileSha256;

  @Column(updatable = false)
  public Instant expiresAt;

  protected UploadRow() {}

  /** The row of a file whose bytes will be stored. */
  public UploadRow(String id, String name, Instant expiresAt) {
    this.id = id;
    this.name = name;
    this.expiresAt = expiresAt;
  }
}
