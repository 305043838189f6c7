package dev.deckmill.drive;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeckUploader;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.PublishFailedException;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One order: the deck is delivered inside its span, and what came of it is published. */
@Singleton
final class DeliverDeck implements UseCase<UploadDeck> {
  private final DeckUploader uploader;
  private final Publisher publisher;
  private final UploadMeters meters;
  private final Tracer tracer;

  /**
   * By order: how an upload ended that the broker does not know of yet. The broker being away says
   * nothing about the upload, so another try publishes and does not upload. Holds no more entries
   * than there are orders at work, because an order is tried until its answer is published.
   */
  private final Map<String, Answer> unpublished = new ConcurrentHashMap<>();

  /**
   * How an upload ended.
   *
   * @param context the trace context that it is published in
   */
  private record Answer(DeckMessage body, Context context) {}

  DeliverDeck(
      DeckUploader uploader,
      Publisher publisher,
      UploadMeters meters,
      OpenTelemetry openTelemetry) {
    this.uploader = uploader;
    this.publisher = publisher;
    this.meters = meters;
    this.tracer = openTelemetry.getTracer("dev.deckmill.drive");
  }

  @Override
  public void run(Received<UploadDeck> message) throws Exception {
    Answer answer = unpublished.get(message.id());
    if (answer == null) {
      answer = deliver(message);
      unpublished.put(message.id(), answer);
    }
    publish(message.id(), answer);
  }

  private Answer deliver(Received<UploadDeck> message) throws InterruptedException {
    UploadDeck order = message.body();
    Span span = startSpan(message);
    Context context = message.context().with(span);
    try {
      UploadProgress progress =
          new UploadProgress(order, message.id(), context, publisher, System::nanoTime);
      UploadSpan watch = new UploadSpan(span, meters, progress);
      DeckMessage body = uploader.upload(order, watch);
      watch.ended(body);
      return new Answer(body, context);
    } finally {
      span.end();
    }
  }

  private Span startSpan(Received<UploadDeck> message) {
    return tracer
        .spanBuilder("upload")
        .setParent(message.context())
        .setAttribute(TraceAttributes.JOB_ID, message.body().jobId())
        .startSpan();
  }

  @Override
  public void giveUp(Received<UploadDeck> message, Trouble trouble) throws Exception {
    Answer known = unpublished.get(message.id());
    UploadDeck order = message.body();
    publish(
        message.id(),
        known != null
            ? known
            : new Answer(
                new DeckUploadFailed(order.jobId(), order.tenant(), trouble, 1, order.run()),
                message.context()));
  }

  private void publish(String orderId, Answer answer)
      throws PublishFailedException, InterruptedException {
    DeckMessage body = answer.body();
    // The same order gives the same event; that it failed and that it worked later are two.
    String id = orderId + (body instanceof DeckUploaded ? "-uploaded" : "-failed");
    publisher.publishAndWait(
        new Outgoing(id, Topics.DECK_UPLOADED, body.jobId(), body, answer.context()));
    unpublished.remove(orderId);
  }
}
