package dev.deckmill.drive.store;

import org.jdbi.v3.core.statement.Update;

/** The row of an upload. */
final class UploadRow {
  private UploadRow() {}

  /** Gives a statement the values of its own. */
  interface Binding {
    Update bind(Update update);
  }

  /** Changes the row of an upload; {@code changes} are assignments in SQL. */
  static void update(TenantDatabase database, OpenUpload upload, String changes, Binding binding) {
    database.use(
        upload.tenant(),
        handle ->
            binding
                .bind(
                    handle.createUpdate(
                        "update drive.upload set "
                            + changes
                            + ", updated_at = now() where tenant = :tenant and job_id = :job"))
                .bind("tenant", upload.tenant())
                .bind("job", upload.jobId())
                .execute());
  }
}
