package dev.deckmill.drive.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** The picture of a slide that is delivered with the deck. */
@Entity
@Table(name = "picture")
@IdClass(PictureRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class PictureRow {
  /** A page of a job. */
  public record Key(String jobId, int page) {}

  @Id public String jobId;
  @Id public int page;
  @TenantId public String tenant;

  /** Known before it is sent. */
  public String fileId;

  /** The picture that lies in Drive; null: none is known to. */
  public @Nullable String sha256;

  /** Where it lies. */
  public @Nullable String folderId;

  protected PictureRow() {}

  /** The row of a page that had none. */
  public PictureRow(Key key) {
    this.jobId = key.jobId();
    this.page = key.page();
  }
}
