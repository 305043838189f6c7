package dev.deckmill.api.intake.upload;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.store.intake.StoredUpload;
import dev.deckmill.api.store.intake.UploadStore;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStoreFullException;
import dev.deckmill.service.blob.BlobWriter;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;

/** Keeps files and opens them again. */
@Singleton
public final class Uploads {
  private final AppDatabase database;
  private final UploadStore uploads;
  private final AuditStore audit;
  private final BlobStore blobs;
  private final Duration keep;

  Uploads(
      AppDatabase database,
      UploadStore uploads,
      AuditStore audit,
      BlobStore blobs,
      ApiConfig config) {
    this.database = database;
    this.uploads = uploads;
    this.audit = audit;
    this.blobs = blobs;
    this.keep = config.keepUploads();
  }

  /** What the key of an upload's bytes begins with. */
  public static String prefix(String id) {
    return "uploads/" + id + "/";
  }

  /**
   * Keeps a file. Its row is there before its bytes are, so that the reaper finds them however this
   * ends.
   *
   * @param name what the client calls it
   * @throws Refusal if it is empty, or there is no room
   */
  public StoredUpload keep(Caller caller, String name, InputStream content) {
    String id = UUID.randomUUID().toString();
    String label = SafeName.ofPath(name, "");
    database.as(
        caller.tenant(),
        tx -> {
          uploads.begin(tx, id, label, keep);
          return id;
        });
    BlobRef bytes = store(id, content);
    return database.as(
        caller.tenant(),
        () -> {
          audit.note(
              new AuditStore.Deed(
                  caller.tenant(),
                  caller.keyName(),
                  "upload",
                  id,
                  "kept",
                  Span.current().getSpanContext().getTraceId()));
          return uploads.finish(id, bytes);
        });
  }

  private BlobRef store(String id, InputStream content) {
    try (BlobWriter blob = blobs.create(prefix(id) + "file", BlobStore.Durability.DURABLE)) {
      BlobRef bytes = blob.append(content);
      if (bytes.length() == 0) {
        throw Refusal.of(ErrorType.SOURCE_MISSING, "The upload is empty. Send the file's content.");
      }
      return blob.commit();
    } catch (BlobStoreFullException e) {
      throw Refusal.of(
          ErrorType.STORAGE_FULL, "There is no room for the file at present. Try again later.");
    } catch (IOException e) {
      throw new UncheckedIOException("the upload can't be stored", e);
    }
  }

  /**
   * An upload that is open.
   *
   * @param content to be closed by the caller
   */
  public record Opened(String name, InputStream content) {}

  /**
   * Opens a tenant's upload.
   *
   * @throws Refusal if there is none, or it is not kept any more
   */
  public Opened open(String tenant, String id) throws IOException {
    StoredUpload upload = database.as(tenant, () -> uploads.find(id)).orElseThrow(Uploads::unknown);
    try {
      return new Opened(upload.name(), blobs.open(upload.bytes()));
    } catch (BlobMissingException removedMeanwhile) {
      throw unknown();
    }
  }

  private static Refusal unknown() {
    return Refusal.of(
        ErrorType.NOT_FOUND,
        "A source names an upload that is not there: it was never finished, is no longer kept, or is not one of yours. Upload the file again.");
  }
}
