package dev.deckmill.drive.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.TenantId;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * A job whose deck was ever ordered to Drive. Only columns that changed are written: another
 * account may be connected while an upload runs.
 */
@Entity
@Table(name = "upload")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class UploadRow {
  @Id public String jobId;
  @TenantId public String tenant;

  /** Of the deck that was ordered last. */
  public String deckSha256;

  /** What Drive will say once all bytes are there. */
  public @Nullable String deckMd5;

  public @Nullable String fileId;

  /** Where the bytes go: whoever knows the address may write to it. */
  public byte @Nullable [] sessionSealed;

  public int attempts;
  public int chunks;
  public @Nullable String folderId;
  public @Nullable String link;
  public @Nullable Long bytes;

  /** Spent uploading, waits between tries not counted. */
  public long micros;

  @UpdateTimestamp(source = SourceType.DB)
  public Instant updatedAt;

  /** Null: not delivered yet. */
  public @Nullable Instant finishedAt;

  /** Digest of the latest order; null: from before there were wishes, any will do. */
  public @Nullable String wish;

  /** The wish whose name, folder and description the file is known to have. */
  public @Nullable String placedWish;

  /** The deck whose bytes the file is known to hold. */
  public @Nullable String heldSha256;

  public int resumes;
  public @Nullable String slidesId;

  /** A presentation may have been made whose answer was lost. */
  public boolean slidesBegun;

  /** The deck that the presentation shows. */
  public @Nullable String slidesSha256;

  public @Nullable String slidesLink;
  public int pictures;

  /** The file lies in an account that was connected before another one. */
  public boolean ofOtherAccount;

  protected UploadRow() {}

  /** The row of a job that had none. */
  public UploadRow(String jobId) {
    this.jobId = jobId;
  }

  /** Whether this deck was delivered as it is wished for. */
  public boolean isDelivered(String sha256, String wished) {
    return finishedAt != null && sha256.equals(deckSha256) && (wish == null || wish.equals(wished));
  }

  /**
   * An order is begun or taken up: of another deck nothing is sent yet, and a file in another
   * account is of no use.
   */
  public void takeUp(String sha256, String wished) {
    if (!sha256.equals(deckSha256)) {
      deckSha256 = sha256;
      deckMd5 = null;
      sessionSealed = null;
    }
    if (ofOtherAccount) {
      fileId = null;
      ofOtherAccount = false;
    }
    wish = wished;
    attempts++;
    finishedAt = null;
  }
}
