package dev.deckmill.api.intake;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.problem.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStoreFullException;
import dev.deckmill.service.blob.BlobWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.jboss.logging.Logger;

/**
 * Reads a submission's body once and keeps its pages as one blob: one file and one fsync for a
 * submission, however many pages it has.
 */
@Singleton
public final class InputStorage {
  private static final Logger LOG = Logger.getLogger(InputStorage.class);

  private final BlobStore blobs;
  private final Limits limits;

  InputStorage(BlobStore blobs, Limits limits) {
    this.blobs = blobs;
    this.limits = limits;
  }

  /** What the keys of all that belongs to a job begin with. */
  public static String prefix(String jobId) {
    return "jobs/" + jobId + "/";
  }

  /**
   * A submission whose bytes are safe.
   *
   * @param blobKey the blob that all its pages lie in
   */
  record Stored(String blobKey, SubmissionOptions options, List<ReceivedPage> pages) {}

  /** Stores a submission's pages; a refused one leaves nothing behind. */
  Stored store(String jobId, Submission submission) {
    submission
        .contentLength()
        .ifPresent(
            length -> {
              if (length > limits.bodyBytes()) {
                throw BodyStream.tooLarge(limits.bodyBytes(), length);
              }
            });
    BodyStream body = new BodyStream(submission.body(), limits.bodyBytes());
    try {
      return read(jobId, submission, body);
    } catch (Refusal refusal) {
      drain(body);
      throw refusal;
    } catch (FileUploadException | BodyStream.BrokenOffException e) {
      throw Refusal.of(
          ErrorType.MESSAGE_INVALID,
          "The body is not multipart/form-data as its Content-Type says, or it broke off: "
              + Quoted.cut(String.valueOf(e.getMessage())));
    } catch (BlobStoreFullException e) {
      LOG.errorf("Submission %s is refused: %s", jobId, e.getMessage());
      throw Refusal.of(
          ErrorType.STORAGE_FULL, "There is no room for the pages at present. Try again later.");
    } catch (IOException e) {
      throw new UncheckedIOException("the pages can't be stored", e);
    }
  }

  private Stored read(String jobId, Submission submission, BodyStream body) throws IOException {
    String key = prefix(jobId) + "input";
    try (BlobWriter blob = blobs.create(key, BlobStore.Durability.DURABLE)) {
      Received received =
          new SubmissionReader(limits, blob)
              .read(
                  new Multipart.Body(
                      submission.contentType(), submission.contentLength().orElse(-1), body));
      SubmissionOptions options = SubmissionOptions.parse(received.fields());
      blob.commit();
      return new Stored(key, options, received.pages());
    }
  }

  private static void drain(BodyStream body) {
    try {
      body.drain();
    } catch (IOException | Refusal e) {
      LOG.debugf("The rest of a refused body was not read: %s", e.getMessage());
    }
  }
}
