package dev.deckmill.drive.store;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The uploads: one row for each job whose deck was ever ordered. */
@Singleton
public final class UploadStore {
  private final TenantDatabase database;
  private final SessionSeal seal;

  public UploadStore(TenantDatabase database, SessionSeal seal) {
    this.database = database;
    this.seal = seal;
  }

  /** What the row says of an order. */
  public sealed interface Begun {
    /** The same deck was delivered before. */
    record Before(Delivered delivered) implements Begun {}

    /** There is something to do. */
    record Now(OpenUpload upload) implements Begun {}
  }

  /**
   * Begins an order or takes it up. A deck with other bytes than the delivered one is delivered
   * anew, into the same file.
   */
  public Begun begin(UploadDeck order) {
    return database.as(
        order.tenant(),
        handle -> {
          Optional<Delivered> before = before(handle, order);
          return before.isPresent()
              ? new Begun.Before(before.get())
              : new Begun.Now(takeUp(handle, order));
        });
  }

  /** What came of the same order before, if it was carried out. */
  public Optional<Delivered> before(UploadDeck order) {
    return database.as(order.tenant(), handle -> before(handle, order));
  }

  private static Optional<Delivered> before(Handle handle, UploadDeck order) {
    return handle
        .createQuery(
            "select * from drive.upload where tenant = :tenant and job_id = :job"
                + " and deck_sha256 = :sha256 and finished_at is not null")
        .bind("tenant", order.tenant())
        .bind("job", order.jobId())
        .bind("sha256", order.deck().sha256())
        .map((row, context) -> delivered(row))
        .findOne();
  }

  private OpenUpload takeUp(Handle handle, UploadDeck order) {
    return handle
        .createQuery(
            """
            insert into drive.upload as u (tenant, job_id, deck_sha256, attempts)
            values (:tenant, :job, :sha256, 1)
            on conflict (tenant, job_id) do update set
              deck_sha256 = excluded.deck_sha256,
              deck_md5 = case when u.deck_sha256 = excluded.deck_sha256 then u.deck_md5 end,
              session_sealed = case when u.deck_sha256 = excluded.deck_sha256 then u.session_sealed end,
              file_id = case when not u.of_other_account then u.file_id end, of_other_account = false,
              attempts = u.attempts + 1, finished_at = null, updated_at = now()
            returning *
            """)
        .bind("tenant", order.tenant())
        .bind("job", order.jobId())
        .bind("sha256", order.deck().sha256())
        .map((row, context) -> open(row))
        .one();
  }

  private OpenUpload open(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant");
    String jobId = row.getString("job_id");
    return new OpenUpload(
        tenant,
        jobId,
        row.getString("deck_sha256"),
        Optional.ofNullable(row.getString("deck_md5")),
        Optional.ofNullable(row.getString("file_id")),
        Optional.ofNullable(row.getBytes("session_sealed"))
            .flatMap(bytes -> seal.open(bytes, tenant, jobId)),
        row.getInt("attempts"));
  }

  private static Delivered delivered(ResultSet row) throws SQLException {
    return new Delivered(
        row.getString("file_id"),
        row.getString("folder_id"),
        Optional.ofNullable(row.getString("link")),
        row.getLong("bytes"),
        row.getInt("chunks"),
        row.getInt("attempts"),
        row.getLong("micros"));
  }

  /**
   * Remembers which file it will be and what its bytes have to come to, before anything is sent.
   */
  public void prepare(OpenUpload upload, String fileId, String md5) {
    update(
        upload, "file_id = :file, deck_md5 = :md5", u -> u.bind("file", fileId).bind("md5", md5));
  }

  /** Remembers where the bytes go, before the first of them is sent. */
  public void startSession(OpenUpload upload, String session) {
    byte[] bytes = seal.seal(session, upload.tenant(), upload.jobId());
    update(upload, "session_sealed = :session", u -> u.bind("session", bytes));
  }

  /** Does {@code work} while nobody else, in whatever process, works on the job's upload. */
  public <T, X extends Exception> T alone(
      String tenant, String jobId, TenantDatabase.Alone<T, X> work) throws X {
    return database.alone("drive upload/" + tenant + "/" + jobId, work);
  }

  /** The session is of no use any more. */
  public void endSession(OpenUpload upload) {
    update(upload, "session_sealed = null", u -> u);
  }

  /** Bytes are about to be sent. */
  public void countChunk(OpenUpload upload) {
    update(upload, "chunks = chunks + 1", u -> u);
  }

  /** A try ended without success after so long. */
  public void spent(OpenUpload upload, long micros) {
    update(upload, "micros = micros + :micros", u -> u.bind("micros", micros));
  }

  /** The deck lies where it should; gives what any later answer repeats. */
  public Delivered finish(
      OpenUpload upload, String folderId, Optional<String> link, long bytes, long micros) {
    return database.as(
        upload.tenant(),
        handle ->
            handle
                .createQuery(
                    "update drive.upload set folder_id = :folder, link = :link, bytes = :bytes,"
                        + " chunks = greatest(chunks, 1), micros = micros + :micros,"
                        + " session_sealed = null, finished_at = now(), updated_at = now()"
                        + " where tenant = :tenant and job_id = :job returning *")
                .bind("folder", folderId)
                .bind("link", link.orElse(null))
                .bind("bytes", bytes)
                .bind("micros", micros)
                .bind("tenant", upload.tenant())
                .bind("job", upload.jobId())
                .map((row, context) -> delivered(row))
                .one());
  }

  private interface Binding {
    Update bind(Update update);
  }

  private void update(OpenUpload upload, String changes, Binding binding) {
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
