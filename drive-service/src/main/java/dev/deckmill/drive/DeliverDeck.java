package dev.deckmill.drive;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeckUploader;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import dev.deckmill.service.trace.TraceAttributes;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;

/** One order: the deck is delivered inside its span, and what came of it is published. */
@Singleton
final class DeliverDeck implements UseCase<UploadDeck> {
  private final DeckUploader uploader;
  private final Publisher publisher;
  private final UploadMeters meters;
  private final Tracer tracer;

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
    UploadDeck order = message.body();
    Span span =
        tracer
            .spanBuilder("upload")
            .setParent(message.context())
            .setAttribute(TraceAttributes.JOB_ID, order.jobId())
            .startSpan();
    Context context = message.context().with(span);
    try {
      UploadProgress progress =
          new UploadProgress(order, message.id(), context, publisher, System::nanoTime);
      UploadSpan watch = new UploadSpan(span, meters, progress);
      DeckMessage answer = uploader.upload(order, watch);
      watch.ended(answer);
      publish(message.id(), answer, context);
    } finally {
      span.end();
    }
  }

  @Override
  public void giveUp(Received<UploadDeck> message, Trouble trouble) throws Exception {
    UploadDeck order = message.body();
    DeckMessage failed =
        new DeckUploadFailed(order.jobId(), order.tenant(), trouble, 1, order.run());
    publish(message.id(), failed, message.context());
  }

  private void publish(String orderId, DeckMessage answer, Context context) throws Exception {
    // The same order gives the same event; that it failed and that it worked later are two.
    String id = orderId + (answer instanceof DeckUploaded ? "-uploaded" : "-failed");
    publisher
        .publish(new Outgoing(id, Topics.DECK_UPLOADED, answer.jobId(), answer, context))
        .toCompletableFuture()
        .get();
  }
}
