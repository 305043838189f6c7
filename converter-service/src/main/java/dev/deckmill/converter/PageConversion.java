package dev.deckmill.converter;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PageFailed;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.message.PageSetAside;
import dev.deckmill.contracts.message.PageStarted;
import dev.deckmill.converter.child.ChildReply;
import dev.deckmill.converter.child.ChildRequest;
import dev.deckmill.converter.pool.ChildEnded;
import dev.deckmill.converter.pool.PageWorkers;
import dev.deckmill.converter.pool.PageWorkers.Freshness;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Converts the page that an order asks for, and publishes the result. */
@Singleton
final class PageConversion implements UseCase<ConvertPage> {
  private static final Logger LOG = Logger.getLogger(PageConversion.class);

  private final PageRequests requests;
  private final PageWorkers workers;
  private final Bundles bundles;
  private final Publisher publisher;
  private final PageSpans spans;
  private final StartNotices startNotices;
  private final PagesAtWork atWork;

  PageConversion(
      PageRequests requests,
      PageWorkers workers,
      Bundles bundles,
      Publisher publisher,
      PageSpans spans,
      StartNotices startNotices,
      PagesAtWork atWork) {
    this.requests = requests;
    this.workers = workers;
    this.bundles = bundles;
    this.publisher = publisher;
    this.spans = spans;
    this.startNotices = startNotices;
    this.atWork = atWork;
  }

  /** How a page gets to a child. */
  @FunctionalInterface
  interface Way {
    ChildReply convert(
        ChildRequest request, String tenant, Duration limit, Freshness fresh, Runnable begun)
        throws ChildEnded, IOException, InterruptedException;
  }

  @Override
  public void run(Received<ConvertPage> order) throws IOException, InterruptedException {
    run(order, workers::convert);
  }

  void run(Received<ConvertPage> order, Way way) throws IOException, InterruptedException {
    publisher.publishAndWait(answer(order, way));
  }

  /** Converts the page; the result is still to be sent. */
  Outgoing answer(Received<ConvertPage> order, Way way) throws IOException, InterruptedException {
    try (PageSpans.PageSpan span = spans.convert(order);
        PagesAtWork.Entry entry = atWork.enter(order.body())) {
      PageMessage answer = new Conversion(order, span, entry).answer(way);
      if (answer instanceof PageSetAside) {
        orderSlow(order);
      }
      return outgoing(order, what(answer), answer);
    }
  }

  @Override
  public void giveUp(Received<ConvertPage> order, Trouble trouble)
      throws IOException, InterruptedException {
    publisher.publishAndWait(outgoing(order, "failed", failed(order.body(), trouble, null, null)));
  }

  /** One page in one child. */
  private final class Conversion {
    private final Received<ConvertPage> order;
    private final ConvertPage page;
    private final PageSpans.PageSpan span;
    private final PagesAtWork.Entry entry;
    private StartNotices.@Nullable StartNotice startNotice;

    Conversion(Received<ConvertPage> order, PageSpans.PageSpan span, PagesAtWork.Entry entry) {
      this.order = order;
      this.page = order.body();
      this.span = span;
      this.entry = entry;
    }

    PageMessage answer(Way way) throws IOException, InterruptedException {
      Duration limit = Duration.ofMillis(page.timeLimitMillis());
      Freshness freshness = page.attempt() > 1 ? Freshness.FRESH : Freshness.ANY;
      try {
        ChildReply reply =
            way.convert(
                requests.slide(page), page.tenant(), limit, freshness, () -> started(limit));
        return switch (reply) {
          case ChildReply.Converted converted ->
              bundles.keep(page, converted, span, unsentNotice());
          case ChildReply.Rejected rejected -> failed(EngineOptions.trouble(rejected));
          case ChildReply.Broken broken -> failed(crash(broken.detail()));
          case ChildReply.Drawn drawn -> throw new IllegalStateException("no slide was drawn");
          case ChildReply.Ready ready -> throw new IllegalStateException("not a page's answer");
        };
      } catch (ChildEnded e) {
        return switch (e.why()) {
          case DEADLINE, CRASH -> {
            warn(e, page);
            yield failed(trouble(e));
          }
          case SLOW -> setAside();
        };
      } catch (BlobMissingException e) {
        return failed(gone(e, page));
      }
    }

    /** Its attempt has not come to anything, but is not over either. */
    private PageSetAside setAside() {
      unsentNotice();
      span.setAside();
      return new PageSetAside(page.jobId(), page.tenant(), page.page(), page.attempt());
    }

    private PageFailed failed(Trouble trouble) {
      // The line has the page's and the trace's ids beside it; the detail is for the page's owner.
      LOG.infof("Attempt %d at a page came to nothing: %s", page.attempt(), trouble.type());
      return PageConversion.failed(page, span.failed(trouble), span.traceparent(), unsentNotice());
    }

    private void started(Duration limit) {
      entry.started(limit);
      startNotice = startNotices.of(order);
    }

    private @Nullable PageStarted unsentNotice() {
      return startNotice == null ? null : startNotice.takeUnsent();
    }
  }

  private static String what(PageMessage answer) {
    if (answer instanceof PageSetAside) {
      // An order that comes again, after a converter was killed, may be set aside again.
      return "set-aside." + UUID.randomUUID();
    }
    return answer instanceof PageFailed ? "failed" : "converted";
  }

  /** The same order on the topic of the slow: it waits there, where it costs nobody a thread. */
  private void orderSlow(Received<ConvertPage> order) throws IOException, InterruptedException {
    ConvertPage page = order.body();
    publisher.publishAndWait(
        new Outgoing(
            UUID.randomUUID().toString(),
            Topics.PAGE_CONVERT_SLOW,
            page.jobId() + ":" + page.page(),
            page,
            order.context()));
  }

  /** The same order gives its result the same id, however often it is given. */
  private static Outgoing outgoing(Received<ConvertPage> order, String what, PageMessage message) {
    return new Outgoing(
        order.id() + "." + what, Topics.PAGE_RESULT, message.jobId(), message, order.context());
  }

  private static PageFailed failed(
      ConvertPage page,
      Trouble trouble,
      @Nullable String traceparent,
      @Nullable PageStarted started) {
    return new PageFailed(
        page.jobId(), page.tenant(), page.page(), page.attempt(), trouble, traceparent, started);
  }

  /** For operators alone: the client reads what {@link #trouble} says. */
  static void warn(ChildEnded ended, PageMessage page) {
    if (!ended.errorOutput().isEmpty()) {
      LOG.warnf(
          "Page %d of %s ended its converter process (%s), whose last error output is:%n%s",
          page.page(), page.jobId(), ended.why(), ended.errorOutput());
    }
  }

  static Trouble trouble(ChildEnded ended) {
    return switch (ended.why()) {
      case DEADLINE ->
          new Trouble(
              ErrorType.PAGE_TIMEOUT,
              ended.getMessage() + " Make it simpler, or ask for more time.");
      case CRASH, SLOW -> crash(ended.getMessage());
    };
  }

  /**
   * Bytes that are gone don't come back, and as a rule their job is gone too: whoever still waits
   * gets an answer at once, so that the orders of a deleted giant keep none waiting.
   */
  static Trouble gone(BlobMissingException missing, PageMessage page) {
    LOG.infof("Page %d of %s is gone: %s", page.page(), page.jobId(), missing.getMessage());
    return new Trouble(
        ErrorType.EXPIRED, "The page's bytes are no longer there. Send the page once more.");
  }

  static Trouble crash(String detail) {
    return new Trouble(ErrorType.PAGE_CRASH, detail + " Make the page simpler, or report it.");
  }
}
