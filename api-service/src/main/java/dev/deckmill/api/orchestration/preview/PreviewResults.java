package dev.deckmill.api.orchestration.preview;

import dev.deckmill.api.orchestration.job.Job;
import dev.deckmill.api.store.page.PreviewStore;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewMessage;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.sql.Tx;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Keeps what the converters report about pictures. */
@Singleton
public final class PreviewResults {
  private static final Logger LOG = Logger.getLogger(PreviewResults.class);

  private final PreviewStore previews;
  private final BlobStore blobs;
  private final PreviewOrders orders;

  PreviewResults(PreviewStore previews, BlobStore blobs, PreviewOrders orders) {
    this.previews = previews;
    this.blobs = blobs;
    this.orders = orders;
  }

  /**
   * Takes in answers, which make room for other orders; one to an order that is gone changes
   * nothing.
   *
   * @param held the jobs by id, of which the caller holds each
   */
  public void apply(Tx tx, Map<String, Job> held, List<PreviewMessage> answers) {
    answers.forEach(answer -> keep(tx, answer));
    answers.stream()
        .map(PreviewMessage::jobId)
        .distinct()
        .map(held::get)
        .filter(Objects::nonNull)
        .forEach(job -> orders.orderNext(tx, job));
  }

  /** One that stays goes with its job. */
  private void remove(BlobRef picture) {
    try {
      blobs.delete(picture.key());
    } catch (IOException e) {
      LOG.warnf(e, "A picture that nobody wants can't be removed: %s", picture.key());
    }
  }

  private void keep(Tx tx, PreviewMessage message) {
    switch (message) {
      case PagePreviewed drawn -> {
        if (!previews.keep(tx, drawn)) {
          tx.afterCommit(() -> remove(drawn.picture()));
        }
      }
      case PagePreviewFailed failed -> previews.keep(tx, failed);
      case PreviewPage order -> throw new IllegalArgumentException("an order is not an answer");
    }
  }
}
