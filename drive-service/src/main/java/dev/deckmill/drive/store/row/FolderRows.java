package dev.deckmill.drive.store.row;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Folders by parent and name. */
@Singleton
public final class FolderRows implements PanacheRepositoryBase<FolderRow, FolderRow.Key> {
  /** Deletes a folder and all in it, however deep: what JPQL can't say. */
  public void deleteTree(String tenant, String folderId) {
    getEntityManager()
        .createNativeQuery(
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
        .setParameter("tenant", tenant)
        .setParameter("folder", folderId)
        .executeUpdate();
  }
}
