package dev.deckmill.drive.store;

import jakarta.inject.Singleton;
import java.util.Optional;

/** The folders that were found or made: one row for each name in a parent. */
@Singleton
public final class FolderStore {
  private final TenantDatabase database;

  public FolderStore(TenantDatabase database) {
    this.database = database;
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
        handle ->
            handle
                .createQuery(
                    "select folder_id, confirmed from drive.drive_folder"
                        + " where tenant = :tenant and parent_id = :parent and name = :name")
                .bind("tenant", tenant)
                .bind("parent", parentId)
                .bind("name", name)
                .map(
                    (row, context) ->
                        new Folder(row.getString("folder_id"), row.getBoolean("confirmed")))
                .findOne());
  }

  /** Remembers a folder, in place of what was remembered of the name. */
  public void put(String tenant, String parentId, String name, Folder folder) {
    database.use(
        tenant,
        handle ->
            handle
                .createUpdate(
                    "insert into drive.drive_folder (tenant, parent_id, name, folder_id, confirmed)"
                        + " values (:tenant, :parent, :name, :folder, :confirmed)"
                        + " on conflict (tenant, parent_id, name) do update"
                        + " set folder_id = excluded.folder_id, confirmed = excluded.confirmed")
                .bind("tenant", tenant)
                .bind("parent", parentId)
                .bind("name", name)
                .bind("folder", folder.id())
                .bind("confirmed", folder.confirmed())
                .execute());
  }

  /** Forgets a folder and all that was remembered of folders in it: Drive does not have it. */
  public void forget(String tenant, String folderId) {
    database.use(
        tenant,
        handle ->
            handle
                .createUpdate(
                    """
                    with recursive gone as (
                      select folder_id from drive.drive_folder
                        where tenant = :tenant and folder_id = :folder
                      union
                      select f.folder_id from drive.drive_folder f join gone on f.parent_id = gone.folder_id
                        where f.tenant = :tenant)
                    delete from drive.drive_folder
                      where tenant = :tenant and folder_id in (select folder_id from gone)
                    """)
                .bind("tenant", tenant)
                .bind("folder", folderId)
                .execute());
  }

  /** Does {@code work} while nobody else looks for or makes folders in this parent. */
  public <T, X extends Exception> T alone(
      String tenant, String parentId, TenantDatabase.Alone<T, X> work) throws X {
    return database.alone("drive folder/" + tenant + "/" + parentId, work);
  }
}
