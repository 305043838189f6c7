package dev.deckmill.drive.store;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.store.row.UploadRow;
import dev.deckmill.drive.store.row.UploadRows;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The uploads: one row for each job whose deck was ever ordered. */
@Singleton
public final class UploadStore {
  private final TenantDatabase database;
  private final UploadRows rows;
  private final SessionSeal seal;

  public UploadStore(TenantDatabase database, UploadRows rows, SessionSeal seal) {
    this.database = database;
    this.rows = rows;
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
    String sha256 = order.deck().sha256();
    String wish = OrderDigest.of(order);
    return database.as(
        order.tenant(),
        () -> {
          UploadRow row =
              rows.findByIdOptional(order.jobId(), LockModeType.PESSIMISTIC_WRITE)
                  .orElseGet(() -> new UploadRow(order.jobId()));
          if (row.isDelivered(sha256, wish)) {
            return new Begun.Before(delivered(row));
          }
          row.takeUp(sha256, wish);
          rows.persist(row);
          return new Begun.Now(open(order.tenant(), row));
        });
  }

  /** What came of the same order before, if it was carried out. */
  public Optional<Delivered> before(UploadDeck order) {
    String wish = OrderDigest.of(order);
    return database.as(
        order.tenant(),
        () ->
            rows.findByIdOptional(order.jobId())
                .filter(row -> row.isDelivered(order.deck().sha256(), wish))
                .map(UploadStore::delivered));
  }

  private OpenUpload open(String tenant, UploadRow row) {
    String wish = Objects.requireNonNull(row.wish);
    return new OpenUpload(
        tenant,
        row.jobId,
        row.deckSha256,
        Optional.ofNullable(row.deckMd5),
        Optional.ofNullable(row.fileId),
        Optional.ofNullable(row.sessionSealed)
            .flatMap(bytes -> seal.open(bytes, tenant, row.jobId)),
        row.attempts,
        wish,
        wish.equals(row.placedWish),
        row.deckSha256.equals(row.heldSha256),
        new OpenUpload.OpenSlides(
            slides(row), row.slidesBegun, row.deckSha256.equals(row.slidesSha256)));
  }

  private static Optional<Delivered.Slides> slides(UploadRow row) {
    return Optional.ofNullable(row.slidesId)
        .map(known -> new Delivered.Slides(known, Optional.ofNullable(row.slidesLink)));
  }

  private static Delivered delivered(UploadRow row) {
    return new Delivered(
        Objects.requireNonNull(row.fileId),
        Objects.requireNonNull(row.folderId),
        Optional.ofNullable(row.link),
        Objects.requireNonNull(row.bytes),
        row.chunks,
        row.attempts,
        row.micros,
        row.resumes,
        slides(row),
        row.pictures);
  }

  /**
   * Remembers which file it will be and what its bytes have to come to, before anything is sent.
   */
  public void prepare(OpenUpload upload, String fileId, String md5) {
    change(
        upload,
        row -> {
          row.fileId = fileId;
          row.deckMd5 = md5;
        });
  }

  /** Remembers where the bytes go, before the first of them is sent. */
  public void startSession(OpenUpload upload, String session) {
    byte[] bytes = seal.seal(session, upload.tenant(), upload.jobId());
    change(upload, row -> row.sessionSealed = bytes);
  }

  /** Remembers where the bytes of a file go that is made with them, named and placed as ordered. */
  public void startFirstSession(OpenUpload upload, String session) {
    byte[] bytes = seal.seal(session, upload.tenant(), upload.jobId());
    change(
        upload,
        row -> {
          row.sessionSealed = bytes;
          row.placedWish = upload.wish();
        });
  }

  /** A session is gone on with. */
  public void countResume(OpenUpload upload) {
    change(upload, row -> row.resumes++);
  }

  /** The file holds the deck, as far as Drive says. */
  public void held(OpenUpload upload) {
    change(
        upload,
        row -> {
          row.heldSha256 = upload.deckSha256();
          row.sessionSealed = null;
        });
  }

  /** The file has its name, folder and description. */
  public void placed(OpenUpload upload) {
    change(upload, row -> row.placedWish = upload.wish());
  }

  /** The file is gone: there will be another one, with everything anew. */
  public void forgetFile(OpenUpload upload) {
    change(
        upload,
        row -> {
          row.fileId = null;
          row.sessionSealed = null;
          row.placedWish = null;
          row.heldSha256 = null;
        });
  }

  /** So many pictures lie with the deck. */
  public void pictures(OpenUpload upload, int count) {
    change(upload, row -> row.pictures = count);
  }

  /** An upload as its row has it by now. */
  public OpenUpload reread(OpenUpload upload) {
    return database.as(upload.tenant(), () -> open(upload.tenant(), rows.findById(upload.jobId())));
  }

  /** Does {@code work} while nobody else, in whatever process, works on the job's upload. */
  public <T, X extends Exception> T alone(
      String tenant, String jobId, TenantDatabase.Alone<T, X> work) throws X {
    return database.alone("drive upload/" + tenant + "/" + jobId, work);
  }

  /** The session is of no use any more. */
  public void endSession(OpenUpload upload) {
    change(upload, row -> row.sessionSealed = null);
  }

  /** Bytes are about to be sent. */
  public void countChunk(OpenUpload upload) {
    change(upload, row -> row.chunks++);
  }

  /** A try ended without success after so long. */
  public void spent(OpenUpload upload, long micros) {
    change(upload, row -> row.micros += micros);
  }

  /** The deck lies where it should; gives what any later answer repeats. */
  public Delivered finish(
      OpenUpload upload, String folderId, Optional<String> link, long bytes, long micros) {
    return database.as(
        upload.tenant(),
        () -> {
          UploadRow row = rows.findById(upload.jobId());
          row.folderId = folderId;
          row.link = link.orElse(null);
          row.bytes = bytes;
          row.chunks = Math.max(row.chunks, 1);
          row.micros += micros;
          row.sessionSealed = null;
          row.finishedAt = database.now();
          return delivered(row);
        });
  }

  private void change(OpenUpload upload, Consumer<UploadRow> change) {
    database.use(upload.tenant(), () -> change.accept(rows.findById(upload.jobId())));
  }
}
