package dev.deckmill.drive.delivery;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.config.DriveConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Carries out an order: tries until the deck is delivered or its trouble will not pass. */
@Singleton
public final class DeckUploader {
  private static final Logger LOG = Logger.getLogger(DeckUploader.class);

  private final DeliveryTarget target;
  private final RetryPolicy policy;
  private final Pause pause;

  public DeckUploader(DeliveryTarget target, DriveConfig config, Pause pause) {
    this.target = target;
    this.policy = new RetryPolicy(config.retry(), RandomGenerator.getDefault());
    this.pause = pause;
  }

  /** Delivers the deck and answers with {@link DeckUploaded} or {@link DeckUploadFailed}. */
  public DeckMessage upload(UploadDeck order, DeliveryWatch watch) throws InterruptedException {
    long start = System.nanoTime();
    Progress progress = new Progress(watch);
    for (int tries = 1; ; tries++) {
      try {
        return uploaded(order, target.deliver(order, progress));
      } catch (DeliveryException failure) {
        Duration spent = Duration.ofNanos(System.nanoTime() - start);
        int fruitless = progress.fruitlessTries();
        Optional<Duration> wait = policy.next(failure, fruitless, spent);
        ErrorType type = failure.trouble().type();
        if (wait.isEmpty()) {
          LOG.warnf("Job %s is not delivered, tries: %d. %s", order.jobId(), tries, failure);
          return new DeckUploadFailed(
              order.jobId(), order.tenant(), failure.trouble(), tries, order.run());
        }
        LOG.infof("Job %s: try %d to deliver it failed. %s", order.jobId(), tries, failure);
        watch.retrying(type, wait.get());
        pause.rest(wait.get());
      }
    }
  }

  private static DeckUploaded uploaded(UploadDeck order, Delivered delivered) {
    return new DeckUploaded(
        order.jobId(),
        order.tenant(),
        delivered.fileId(),
        delivered.folderId(),
        delivered.link().orElse(null),
        delivered.bytes(),
        delivered.chunks(),
        delivered.attempts(),
        delivered.micros(),
        order.run(),
        delivered.resumes(),
        delivered.slides().map(DeckUploader::slides).orElse(null),
        delivered.pictures());
  }

  private static DeckUploaded.SlidesFile slides(Delivered.Slides slides) {
    return new DeckUploaded.SlidesFile(slides.fileId(), slides.link().orElse(null));
  }

  /** Counts tries that brought nothing forward: a long upload over a bad line is not given up. */
  private static final class Progress implements DeliveryWatch {
    private final DeliveryWatch watch;
    private long furthest;
    private boolean forward;
    private int fruitless;

    Progress(DeliveryWatch watch) {
      this.watch = watch;
    }

    int fruitlessTries() {
      fruitless = forward ? 1 : fruitless + 1;
      forward = false;
      return fruitless;
    }

    @Override
    public void begun(int attempt) {
      watch.begun(attempt);
    }

    @Override
    public void resumed(long bytesThere) {
      watch.resumed(bytesThere);
    }

    @Override
    public void progressed(long bytesThere, long bytesInAll) {
      forward |= bytesThere > furthest;
      furthest = Math.max(furthest, bytesThere);
      watch.progressed(bytesThere, bytesInAll);
    }

    @Override
    public void retrying(ErrorType type, Duration wait) {
      watch.retrying(type, wait);
    }
  }
}
