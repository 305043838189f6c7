package dev.deckmill.api.fetch;

import dev.deckmill.api.intake.InputStorage;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.Received;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What became of orders that Kafka gives out again: empty blobs beside what is fetched, because
 * they outlive the process, are seen by every fetcher, and go with the job. Whether the page is
 * then tried again the job's state decides.
 */
@Singleton
final class FetchMarks {
  private static final Logger LOG = Logger.getLogger(FetchMarks.class);
  private static final String EMPTY_SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final Duration POLL = Duration.ofMillis(200);

  /** What an order's marks say to whoever gets it. */
  enum Earlier {
    /** Nobody has begun it. */
    NONE,
    /** Somebody has carried it out and said so. */
    ANSWERED,
    /** Somebody has begun it, and is gone. */
    LEFT
  }

  private final BlobStore blobs;
  private final Duration patience;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  @Inject
  FetchMarks(BlobStore blobs, FetchConfig config) {
    // Whoever lives is done by then: no fetch takes longer, and what follows is a message.
    this(blobs, config.total().plusSeconds(5));
  }

  FetchMarks(BlobStore blobs, Duration patience) {
    this.blobs = blobs;
    this.patience = patience;
  }

  /**
   * What became of the order before it came here: after a rebalance, somebody may still be at it,
   * and is waited for.
   */
  Earlier earlier(Received<FetchPage> order) throws IOException, InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (exists(begun(order))) {
      if (exists(answered(order))) {
        return Earlier.ANSWERED;
      }
      if (System.nanoTime() > until) {
        return Earlier.LEFT;
      }
      Thread.sleep(POLL);
    }
    return exists(answered(order)) ? Earlier.ANSWERED : Earlier.NONE;
  }

  /**
   * Marks the order as begun: from now on, it is known if this process ends.
   *
   * @return false if somebody else has done so meanwhile
   */
  boolean begin(Received<FetchPage> order) throws IOException {
    String key = begun(order);
    if (!underWay.add(key)) {
      return false;
    }
    if (exists(key) || exists(answered(order))) {
      underWay.remove(key);
      return false;
    }
    mark(key);
    return true;
  }

  /** Marks the order as carried out. */
  void answer(Received<FetchPage> order) throws IOException {
    mark(answered(order));
    withdraw(order);
  }

  /** Takes back that it was begun. */
  void withdraw(Received<FetchPage> order) throws IOException {
    if (underWay.remove(begun(order))) {
      blobs.delete(begun(order));
    }
  }

  /** Leaves it as begun, for good: this process is at its end, whoever asks for that. */
  void leave(Received<FetchPage> order) {
    underWay.remove(begun(order));
  }

  /** Marks a page as one with which a fetcher has ended. */
  void suspect(FetchPage page) throws IOException {
    mark(suspected(page));
  }

  /** Whether a fetcher has ended with that page under way: maybe by it, maybe by another. */
  boolean isSuspect(FetchPage page) throws IOException {
    return exists(suspected(page));
  }

  /** An end that was asked for is no crash. */
  void shutDown(@Observes ShutdownEvent event) {
    withdrawAll();
  }

  /** Takes back whatever this process has begun. */
  void withdrawAll() {
    for (String key : underWay) {
      try {
        blobs.delete(key);
      } catch (IOException e) {
        LOG.warnf(e, "A mark can't be withdrawn; its page's order will count as left");
      }
    }
  }

  private void mark(String key) throws IOException {
    blobs.put(key, new byte[0], BlobStore.Durability.REMAKEABLE);
  }

  private boolean exists(String key) throws IOException {
    try (InputStream mark = blobs.open(new BlobRef(key, 0, 0, EMPTY_SHA256))) {
      return mark.read() < 0;
    } catch (BlobMissingException e) {
      return false;
    }
  }

  private static String begun(Received<FetchPage> order) {
    return prefix(order.body()) + "begun/" + order.id();
  }

  private static String answered(Received<FetchPage> order) {
    return prefix(order.body()) + "answered/" + order.id();
  }

  private static String suspected(FetchPage page) {
    return prefix(page) + "suspect/" + page.page();
  }

  private static String prefix(FetchPage page) {
    return InputStorage.prefix(page.jobId()) + "fetching/";
  }
}
