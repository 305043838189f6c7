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
 * Tells that a page's time runs. Of a page that takes long it is told at once, so that the attempt
 * counts whatever becomes of this process; most pages are done sooner, and their result says it as
 * well, which halves what they cost everybody.
 */
@Singleton
final class Beginnings {
  private static final Logger LOG = Logger.getLogger(Beginnings.class);

  private final Publisher publisher;
  private final Duration patience;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("page-beginnings").factory());

  @Inject
  Beginnings(Publisher publisher, ConverterConfig config) {
    this(publisher, config.tellBeginAfter());
  }

  Beginnings(Publisher publisher, Duration patience) {
    this.publisher = publisher;
    this.patience = patience;
    clock.setRemoveOnCancelPolicy(true);
  }

  @PreDestroy
  void close() {
    clock.shutdownNow();
  }

  /** A page has a child now. */
  Beginning of(Received<ConvertPage> order, String worker) {
    ConvertPage page = order.body();
    return new Beginning(
        order,
        new PageStarted(
            page.jobId(),
            page.tenant(),
            page.page(),
            page.attempt(),
            worker,
            order.queued().toMillis()));
  }

  /** The beginning of one attempt. */
  final class Beginning {
    private final Received<ConvertPage> order;
    private final PageStarted started;
    private final Future<?> alarm;
    private boolean settled;

    private Beginning(Received<ConvertPage> order, PageStarted started) {
      this.order = order;
      this.started = started;
      this.alarm = clock.schedule(this::tell, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** For the attempt's result to tell; null if that was done. */
    synchronized @Nullable PageStarted untold() {
      alarm.cancel(false);
      PageStarted left = settled ? null : started;
      settled = true;
      return left;
    }

    /**
     * Nobody waits for the broker here: the result follows on the same partition through the same
     * idempotent producer, which keeps the order.
     *
     * <p>An order that comes again after a converter was killed begins again, and that is told
     * again: hence an id of its own. The span around this one would not arrive if this converter
     * were killed, so it is the order's that is the parent.
     */
    private synchronized void tell() {
      if (settled) {
        return;
      }
      settled = true;
      publisher
          .publish(
              new Outgoing(
                  order.id() + ".started." + UUID.randomUUID(),
                  Topics.PAGE_RESULT,
                  started.jobId(),
                  started,
                  order.sender()))
          .whenComplete(
              (sent, failure) -> {
                if (failure != null) {
                  LOG.warnf(failure, "The begin of a page was not told; its end will be");
                }
              });
    }
  }
}
