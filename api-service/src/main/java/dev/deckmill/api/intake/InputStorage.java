package dev.deckmill.api.intake;

import dev.deckmill.api.intake.upload.Uploads;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStoreFullException;
import dev.deckmill.service.blob.BlobWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads a submission once and keeps its pages as one blob: one file and one fsync for a submission,
 * however many pages it has.
 */
@Singleton
public final class InputStorage {
  private static final Logger LOG = Logger.getLogger(InputStorage.class);

  private final BlobStore blobs;
  private final Limits limits;
  private final Uploads uploads;
  private final Deliveries deliveries;

  InputStorage(BlobStore blobs, Limits limits, Uploads uploads, Deliveries deliveries) {
    this.blobs = blobs;
    this.deliveries = deliveries;
    this.uploads = uploads;
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
   * @param fingerprint of its content
   */
  record Stored(
      String blobKey, SubmissionOptions options, List<ReceivedPage> pages, String fingerprint) {}

  /**
   * Stores a submission's pages; a refused one leaves nothing behind.
   *
   * @param tenant whose uploads it may name
   */
  Stored store(String tenant, String jobId, Submission submission) {
    try {
      return read(tenant, jobId, submission);
    } catch (Refusal refusal) {
      submission.abandon();
      throw refusal;
    } catch (BlobStoreFullException e) {
      LOG.errorf("Submission %s is refused: %s", jobId, e.getMessage());
      throw Refusal.of(
          ErrorType.STORAGE_FULL, "There is no room for the pages at present. Try again later.");
    } catch (IOException e) {
      throw new UncheckedIOException("the pages can't be stored", e);
    }
  }

  private Stored read(String tenant, String jobId, Submission submission) throws IOException {
    String key = prefix(jobId) + "input";
    try (BlobWriter blob = blobs.create(key, BlobStore.Durability.DURABLE)) {
      SubmissionReceiver receiver =
          new SubmissionReceiver(
              limits, new PageTaker(limits, blob), upload -> open(tenant, upload));
      submission.handOver(receiver);
      Received received = receiver.received();
      SubmissionOptions options = SubmissionOptions.parse(received.fields());
      deliveries.check(options);
      blob.commit();
      return new Stored(key, options, received.pages(), Fingerprint.of(received));
    }
  }

  private Source.File open(String tenant, Source.Upload named) throws IOException {
    Uploads.Opened opened = uploads.open(tenant, named.id());
    return new Source.File(named.name().isEmpty() ? opened.name() : named.name(), opened.content());
  }
}
