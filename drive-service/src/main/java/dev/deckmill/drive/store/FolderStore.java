package dev.deckmill.drive.store;

import dev.deckmill.drive.store.row.FolderRow;
import dev.deckmill.drive.store.row.FolderRows;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The folders that were found or made: one row for each name in a parent. */
@Singleton
public final class FolderStore {
  private final TenantDatabase database;
  private final FolderRows rows;

  public FolderStore(TenantDatabase database, FolderRows rows) {
    this.database = database;
    this.rows = rows;
  }

  /**
   * A remembered folder.
   *
   * @param confirmed whether Drive is known to have it; else it may be there or still has to be
   *     made under this id
   */
  public record Folder(String id, boolean confirmed) {}

  /** What is remembered of a name in a parent. */
  public Optional<Folder> find(String tenant, String parentId, String name) {
    return database.as(
        tenant,
        () ->
            rows.findByIdOptional(new FolderRow.Key(parentId, name))
                .map(row -> new Folder(row.folderId, row.confirmed)));
  }

  /** Remembers a folder, in place of what was remembered of the name. */
  public void put(String tenant, String parentId, String name, Folder folder) {
    FolderRow.Key key = new FolderRow.Key(parentId, name);
    database.use(
        tenant,
        () -> {
          FolderRow row = rows.findByIdOptional(key).orElseGet(() -> new FolderRow(key));
          row.folderId = folder.id();
          row.confirmed = folder.confirmed();
          rows.persist(row);
        });
  }

  /** Forgets a folder and all that was remembered of folders in it: Drive does not have it. */
  public void forget(String tenant, String folderId) {
    database.use(tenant, () -> rows.deleteTree(tenant, folderId));
  }

  /** Does {@code work} while nobody else looks for or makes folders in this parent. */
  public <T, X extends Exception> T alone(
      String tenant, String parentId, TenantDatabase.Alone<T, X> work) throws X {
    return database.alone("drive folder/" + tenant + "/" + parentId, work);
  }
}
