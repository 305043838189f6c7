package dev.deckmill.api.fetch;

import dev.deckmill.api.intake.InputStorage;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.contracts.message.PageFetchFailed;
import dev.deckmill.contracts.message.PageFetchStarted;
import dev.deckmill.contracts.message.PageFetched;
import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.PublishFailedException;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import dev.deckmill.service.meter.StageMeters;
import dev.deckmill.service.trace.TraceAttributes;
import dev.deckmill.service.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Fetches a page and publishes what became of it. Whether a failed one is tried again the job's
 * state decides, not this.
 */
@Singleton
final class PageFetcher implements UseCase<FetchPage> {
  private static final Logger LOG = Logger.getLogger(PageFetcher.class);

  private final PageClient client;
  private final BlobStore blobs;
  private final Publisher publisher;
  private final FetchMarks marks;
  private final FetchCaps caps;
  private final StageMeters stages;

  PageFetcher(
      PageClient client,
      BlobStore blobs,
      Publisher publisher,
      FetchMarks marks,
      FetchConfig config,
      StageMeters stages) {
    this.stages = stages;
    this.client = client;
    this.blobs = blobs;
    this.publisher = publisher;
    this.marks = marks;
    this.caps = new FetchCaps(config.perHost(), config.perTenant(), config.perNode());
  }

  private record Fetched(BlobRef source, int hops) {}

  @Override
  public void run(Received<FetchPage> order) throws Exception {
    while (!isDone(order)) {
      LOG.debugf("An order of %s is being carried out already", order.body().jobId());
    }
  }

  /** False if somebody else has begun it while this one waited for a place. */
  private boolean isDone(Received<FetchPage> order) throws Exception {
    return switch (marks.earlier(order)) {
      case NONE -> carryOut(order);
      case ANSWERED -> true;
      case LEFT -> answerCrash(order);
    };
  }

  private boolean carryOut(Received<FetchPage> order) throws Exception {
    try (FetchCaps.Place place = place(order.body())) {
      return marks.begin(order) && answer(order);
    } catch (FetchFault urlOfNoHost) {
      publish(order, failed(order.body(), urlOfNoHost), "end");
      return true;
    }
  }

  private boolean answer(Received<FetchPage> order) throws Exception {
    try {
      publish(order, started(order), "started");
      publish(order, outcome(order.body()), "end");
      marks.answer(order);
      return true;
    } catch (Exception e) {
      marks.withdraw(order);
      throw e;
    } catch (Error e) {
      marks.leave(order);
      throw e;
    }
  }

  private boolean answerCrash(Received<FetchPage> order) throws Exception {
    marks.suspect(order.body());
    publish(order, failed(order.body(), FetchFault.crashed()), "end");
    marks.answer(order);
    return true;
  }

  private FetchCaps.Place place(FetchPage page) throws IOException, InterruptedException {
    String host = UrlValidator.read(page.url()).getHost();
    return marks.isSuspect(page)
        ? caps.takeAlone(host, page.tenant())
        : caps.take(host, page.tenant());
  }

  private PageMessage outcome(FetchPage page) throws IOException {
    try {
      return fetch(page);
    } catch (FetchFault fault) {
      return failed(page, fault);
    }
  }

  private PageFetched fetch(FetchPage page) throws IOException {
    long begun = System.nanoTime();
    Fetched fetched =
        client.fetch(
            page.url(),
            page.mostBytes(),
            (body, hops) -> {
              // A key of its own for each attempt: two that overlap must not write into one.
              String key =
                  "%sfetched/%d-%s"
                      .formatted(InputStorage.prefix(page.jobId()), page.page(), UUID.randomUUID());
              try (BlobWriter blob = blobs.create(key, BlobStore.Durability.DURABLE)) {
                blob.append(body);
                return new Fetched(blob.commit(), hops);
              }
            });
    Span.current().setAttribute(TraceAttributes.FETCH_HOPS, (long) fetched.hops());
    Span.current().setAttribute(TraceAttributes.FETCH_BYTES, fetched.source().length());
    long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
    stages.took("fetch", Duration.of(micros, ChronoUnit.MICROS), Span.current());
    return new PageFetched(
        page.jobId(),
        page.tenant(),
        page.page(),
        page.attempt(),
        fetched.source(),
        fetched.hops(),
        micros);
  }

  @Override
  public void giveUp(Received<FetchPage> order, Trouble trouble) throws Exception {
    publish(order, failed(order.body(), trouble, trouble.type().retryable()), "end");
  }

  private static PageFetchStarted started(Received<FetchPage> order) {
    FetchPage page = order.body();
    return new PageFetchStarted(
        page.jobId(), page.tenant(), page.page(), page.attempt(), order.queued().toMillis());
  }

  private static PageFetchFailed failed(FetchPage page, FetchFault fault) {
    Span.current().setAttribute(TraceAttributes.ERROR_TYPE, fault.trouble().type().name());
    return failed(page, fault.trouble(), fault.mayPass());
  }

  private static PageFetchFailed failed(FetchPage page, Trouble trouble, boolean mayPass) {
    return new PageFetchFailed(
        page.jobId(),
        page.tenant(),
        page.page(),
        page.attempt(),
        trouble,
        mayPass,
        TraceParent.of(Span.current()));
  }

  private void publish(Received<FetchPage> order, PageMessage answer, String what)
      throws PublishFailedException, InterruptedException {
    publisher.publishAndWait(
        new Outgoing(
            order.id() + "/" + what,
            MessageType.of(answer).topic(),
            answer.jobId(),
            answer,
            order.context()));
  }
}
