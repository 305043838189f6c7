package dev.deckmill.drive;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Publishes how far a deck's bytes are: at each twentieth, and at most once a second in between. Of
 * decks that are sent in one piece nothing is published, nor is the end: that has its own message.
 */
final class UploadProgress {
  private static final Logger LOG = Logger.getLogger(UploadProgress.class);
  private static final long PARTS = 20;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final UploadDeck order;
  private final String orderId;
  private final Context context;
  private final Publisher publisher;
  private final LongSupplier nanos;
  private long published;
  private long publishedAt;
  private int count;

  /**
   * Progress of one order.
   *
   * @param nanos a clock that only goes forward
   */
  UploadProgress(
      UploadDeck order, String orderId, Context context, Publisher publisher, LongSupplier nanos) {
    this.order = order;
    this.orderId = orderId;
    this.context = context;
    this.publisher = publisher;
    this.nanos = nanos;
    this.publishedAt = nanos.getAsLong();
  }

  void now(long bytes, long bytesInAll) {
    long time = nanos.getAsLong();
    boolean worthIt =
        Math.abs(bytes - published) * PARTS >= bytesInAll
            || (bytes != published && time - publishedAt >= SECOND);
    if (bytes == 0 || bytes == bytesInAll || !worthIt) {
      return;
    }
    published = bytes;
    publishedAt = time;
    count++;
    DeckUploadProgressed news =
        new DeckUploadProgressed(order.jobId(), order.tenant(), bytes, bytesInAll, order.run());
    publisher
        .publish(
            new Outgoing(
                orderId + "-progressed-" + bytes + "-" + count,
                Topics.DECK_UPLOADED,
                order.jobId(),
                news,
                context))
        .whenComplete(
            (sent, failure) -> {
              if (failure != null) {
                LOG.infof(
                    "The upload progress of job %s could not be published; its end will be",
                    order.jobId());
              }
            });
  }
}
