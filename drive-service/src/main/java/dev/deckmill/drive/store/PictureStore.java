package dev.deckmill.drive.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The pictures that were delivered with decks: one row for each page. */
@Singleton
public final class PictureStore {
  private final TenantDatabase database;

  public PictureStore(TenantDatabase database) {
    this.database = database;
  }

  /**
   * A picture's file.
   *
   * @param fileId Drive's id of it, known before it is made
   * @param sha256 the picture that it is known to hold
   * @param folderId where it is known to lie
   */
  public record Picture(
      int page, String fileId, Optional<String> sha256, Optional<String> folderId) {}

  /** What is remembered of a job's pictures, by page. */
  public Map<Integer, Picture> of(OpenUpload upload) {
    Map<Integer, Picture> byPage = new TreeMap<>();
    database.use(
        upload.tenant(),
        handle ->
            handle
                .createQuery("select * from drive.picture where tenant = :tenant and job_id = :job")
                .bind("tenant", upload.tenant())
                .bind("job", upload.jobId())
                .map(
                    (row, context) ->
                        new Picture(
                            row.getInt("page"),
                            row.getString("file_id"),
                            Optional.ofNullable(row.getString("sha256")),
                            Optional.ofNullable(row.getString("folder_id"))))
                .forEach(picture -> byPage.put(picture.page(), picture)));
    return byPage;
  }

  /** Remembers pictures, in place of what was remembered of their pages. */
  public void put(OpenUpload upload, Collection<Picture> pictures) {
    database.use(
        upload.tenant(),
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into drive.picture (tenant, job_id, page, file_id, sha256, folder_id)"
                      + " values (:tenant, :job, :page, :file, :sha256, :folder)"
                      + " on conflict (tenant, job_id, page) do update set file_id = excluded.file_id,"
                      + " sha256 = excluded.sha256, folder_id = excluded.folder_id");
          for (Picture picture : pictures) {
            batch
                .bind("tenant", upload.tenant())
                .bind("job", upload.jobId())
                .bind("page", picture.page())
                .bind("file", picture.fileId())
                .bind("sha256", picture.sha256().orElse(null))
                .bind("folder", picture.folderId().orElse(null))
                .add();
          }
          batch.execute();
        });
  }
}
