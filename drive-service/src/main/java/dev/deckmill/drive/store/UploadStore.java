package dev.deckmill.drive.store;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
   * anew, into the same file; so is whatever else is asked for otherwise than before.
   */
  public Begun begin(UploadDeck order) {
    String wish = OrderDigest.of(order);
    return database.as(
        order.tenant(),
        handle -> {
          Optional<Delivered> before = before(handle, order, wish);
          return before.isPresent()
              ? new Begun.Before(before.get())
              : new Begun.Now(takeUp(handle, order, wish));
        });
  }

  /** What came of the same order before, if it was carried out. */
  public Optional<Delivered> before(UploadDeck order) {
    String wish = OrderDigest.of(order);
    return database.as(order.tenant(), handle -> before(handle, order, wish));
  }

  private static Optional<Delivered> before(Handle handle, UploadDeck order, String wish) {
    return handle
        .createQuery(
            "select * from drive.upload where tenant = :tenant and job_id = :job"
                + " and deck_sha256 = :sha256 and coalesce(wish, :wish) = :wish"
                + " and finished_at is not null")
        .bind("tenant", order.tenant())
        .bind("job", order.jobId())
        .bind("sha256", order.deck().sha256())
        .bind("wish", wish)
        .map((row, context) -> delivered(row))
        .findOne();
  }

  private OpenUpload takeUp(Handle handle, UploadDeck order, String wish) {
    return handle
        .createQuery(
            """
            insert into drive.upload as u (tenant, job_id, deck_sha256, wish, attempts)
            values (:tenant, :job, :sha256, :wish, 1)
            on conflict (tenant, job_id) do update set
              deck_sha256 = excluded.deck_sha256, wish = excluded.wish,
              deck_md5 = case when u.deck_sha256 = excluded.deck_sha256 then u.deck_md5 end,
              session_sealed = case when u.deck_sha256 = excluded.deck_sha256 then u.session_sealed end,
              file_id = case when not u.of_other_account then u.file_id end, of_other_account = false,
              attempts = u.attempts + 1, finished_at = null, updated_at = now()
            returning *
            """)
        .bind("tenant", order.tenant())
        .bind("job", order.jobId())
        .bind("sha256", order.deck().sha256())
        .bind("wish", wish)
        .map((row, context) -> open(row))
        .one();
  }

  private OpenUpload open(ResultSet row) throws SQLException {
    String tenant = row.getString("tenant");
    String jobId = row.getString("job_id");
    String sha256 = row.getString("deck_sha256");
    return new OpenUpload(
        tenant,
        jobId,
        sha256,
        Optional.ofNullable(row.getString("deck_md5")),
        Optional.ofNullable(row.getString("file_id")),
        Optional.ofNullable(row.getBytes("session_sealed"))
            .flatMap(bytes -> seal.open(bytes, tenant, jobId)),
        row.getInt("attempts"),
        row.getString("wish"),
        row.getString("wish").equals(row.getString("placed_wish")),
        sha256.equals(row.getString("held_sha256")),
        new OpenUpload.OpenSlides(
            slides(row),
            row.getBoolean("slides_begun"),
            sha256.equals(row.getString("slides_sha256"))));
  }

  private static Optional<Delivered.Slides> slides(ResultSet row) throws SQLException {
    String id = row.getString("slides_id");
    Optional<String> link = Optional.ofNullable(row.getString("slides_link"));
    return Optional.ofNullable(id).map(known -> new Delivered.Slides(known, link));
  }

  private static Delivered delivered(ResultSet row) throws SQLException {
    return new Delivered(
        row.getString("file_id"),
        row.getString("folder_id"),
        Optional.ofNullable(row.getString("link")),
        row.getLong("bytes"),
        row.getInt("chunks"),
        row.getInt("attempts"),
        row.getLong("micros"),
        row.getInt("resumes"),
        slides(row),
        row.getInt("pictures"));
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

  /** Remembers where the bytes of a file go that is made with them, named and placed as ordered. */
  public void startFirstSession(OpenUpload upload, String session) {
    byte[] bytes = seal.seal(session, upload.tenant(), upload.jobId());
    update(
        upload,
        "session_sealed = :session, placed_wish = :wish",
        u -> u.bind("session", bytes).bind("wish", upload.wish()));
  }

  /** A session is gone on with. */
  public void countResume(OpenUpload upload) {
    update(upload, "resumes = resumes + 1", u -> u);
  }

  /** The file holds the deck, as far as Drive says. */
  public void held(OpenUpload upload) {
    update(
        upload,
        "held_sha256 = :sha256, session_sealed = null",
        u -> u.bind("sha256", upload.deckSha256()));
  }

  /** The file has its name, folder and description. */
  public void placed(OpenUpload upload) {
    update(upload, "placed_wish = :wish", u -> u.bind("wish", upload.wish()));
  }

  /** The file is gone: there will be another one, with everything anew. */
  public void forgetFile(OpenUpload upload) {
    update(
        upload,
        "file_id = null, session_sealed = null, placed_wish = null, held_sha256 = null",
        u -> u);
  }

  /** So many pictures lie with the deck. */
  public void pictures(OpenUpload upload, int count) {
    update(upload, "pictures = :count", u -> u.bind("count", count));
  }

  /** An upload as its row has it by now. */
  public OpenUpload reread(OpenUpload upload) {
    return database.as(
        upload.tenant(),
        handle ->
            handle
                .createQuery("select * from drive.upload where tenant = :tenant and job_id = :job")
                .bind("tenant", upload.tenant())
                .bind("job", upload.jobId())
                .map((row, context) -> open(row))
                .one());
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

  private void update(OpenUpload upload, String changes, UploadRow.Binding binding) {
    UploadRow.update(database, upload, changes, binding);
  }
}
