package dev.deckmill.converter;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a page's time has begun to run. A page that takes long is reported by a message of
 * its own, so that the attempt counts whatever becomes of this process. Most pages are done sooner:
 * their result carries the notice, which halves the number of messages.
 */
@Singleton
final class StartNotices {
  private static final Logger LOG = Logger.getLogger(StartNotices.class);

  private final Publisher publisher;
  private final Duration delay;
  private final String worker;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("start-notices").factory());

  @Inject
  StartNotices(Publisher publisher, ConverterConfig config) {
    this(publisher, config.tellBeginAfter(), config.name() + "/" + ProcessHandle.current().pid());
  }

  /**
   * @param delay after which a notice is sent by itself
   * @param worker who converts the pages, for people to read
   */
  StartNotices(Publisher publisher, Duration delay, String worker) {
    this.publisher = publisher;
    this.delay = delay;
    this.worker = worker;
    clock.setRemoveOnCancelPolicy(true);
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
  }

  /** A page has a child now. */
  StartNotice of(Received<ConvertPage> order) {
    ConvertPage page = order.body();
    return new StartNotice(
        order,
        new PageStarted(
            page.jobId(),
            page.tenant(),
            page.page(),
            page.attempt(),
            worker,
            order.queued().toMillis()));
  }

  /** The notice of one attempt, which is sent once: by itself, or with the attempt's result. */
  final class StartNotice {
    private final Received<ConvertPage> order;
    private final PageStarted started;
    private final Future<?> alarm;
    private boolean settled;

    private StartNotice(Received<ConvertPage> order, PageStarted started) {
      this.order = order;
      this.started = started;
      this.alarm = clock.schedule(this::send, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The notice, for the attempt's result to carry; null if it has been sent or taken. */
    synchronized @Nullable PageStarted takeUnsent() {
      alarm.cancel(false);
      PageStarted left = settled ? null : started;
      settled = true;
      return left;
    }

    /**
     * Nobody waits for the broker here: the result follows on the same partition through the same
     * idempotent producer, which keeps the order.
     *
     * <p>An order that comes again after a converter was killed starts again, and a second notice
     * is sent: hence an id of its own. The span around this one would not arrive if this converter
     * were killed, so the order's is the parent.
     */
    private synchronized void send() {
      if (settled) {
        return;
      }
      settled = true;
      publisher
          .publish(message())
          .whenComplete(
              (sent, failure) -> {
                if (failure != null) {
                  LOG.warnf(failure, "The start notice of a page was not sent; its result will be");
                }
              });
    }

    private Outgoing message() {
      return new Outgoing(
          order.id() + ".started." + UUID.randomUUID(),
          Topics.PAGE_RESULT,
          started.jobId(),
          started,
          order.sender());
    }
  }
}
