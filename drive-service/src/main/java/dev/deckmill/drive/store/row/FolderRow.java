package dev.deckmill.drive.store.row;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/** A folder that was found in Drive, or that is to be made there under a generated id. */
@Entity
@Table(name = "drive_folder")
@IdClass(FolderRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate reads rows into it.
public class FolderRow {
  /** A name in a parent. */
  public record Key(String parentId, String name) {}

  @Id public String parentId;
  @Id public String name;
  @TenantId public String tenant;
  public String folderId;

  /** Whether Drive is known to have it. */
  public boolean confirmed;

  protected FolderRow() {}

  /** The row of a name that had none. */
  public FolderRow(Key key) {
    this.parentId = key.parentId();
    this.name = key.name();
  }
}
