package dev.deckmill.packager;

import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckPackageFailed;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import dev.deckmill.service.message.UseCase;
import dev.deckmill.service.meter.StageMeters;
import dev.deckmill.service.trace.TraceAttributes;
import dev.deckmill.service.trace.TraceParent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Makes the deck that an order asks for, and answers how that went. */
@Singleton
final class DeckPackaging implements UseCase<PackageDeck> {
  private final DeckPackager packager;
  private final Publisher publisher;
  private final Tracer tracer;
  private final StageMeters stages;

  DeckPackaging(DeckPackager packager, Publisher publisher, Tracer tracer, StageMeters stages) {
    this.packager = packager;
    this.publisher = publisher;
    this.tracer = tracer;
    this.stages = stages;
  }

  @Override
  public void run(Received<PackageDeck> order) throws IOException, InterruptedException {
    answer(order, "packaged", pack(order));
  }

  @Override
  public void giveUp(Received<PackageDeck> order, Trouble trouble)
      throws IOException, InterruptedException {
    PackageDeck body = order.body();
    answer(
        order, "failed", new DeckPackageFailed(body.jobId(), body.tenant(), trouble, body.run()));
  }

  private DeckPackaged pack(Received<PackageDeck> order) throws IOException {
    Span span = tracer.spanBuilder("package").setParent(order.context()).startSpan();
    try {
      DeckPackaged deck = packager.pack(order.body(), slide -> link(span, slide));
      span.setAttribute(TraceAttributes.JOB_ID, deck.jobId());
      span.setAttribute(TraceAttributes.DECK_SLIDES, (long) deck.counts().slides());
      span.setAttribute(TraceAttributes.DECK_MEDIA, (long) deck.counts().mediaFiles());
      span.setAttribute(TraceAttributes.DECK_BYTES, deck.deck().length());
      stages.took("package", Duration.of(deck.packageMicros(), ChronoUnit.MICROS), span);
      return deck;
    } finally {
      span.end();
    }
  }

  /** As many as the deck has slides; how many a span may have is set in the configuration. */
  private static void link(Span span, DeckSlide slide) {
    SpanContext page = TraceParent.span(slide.traceparent());
    if (page.isValid()) {
      span.addLink(page, Attributes.of(TraceAttributes.PAGE_NUMBER, (long) slide.page()));
    }
  }

  /** The same order gives the answer the same id, however often it is given. */
  private void answer(Received<PackageDeck> order, String outcome, DeckMessage body)
      throws IOException, InterruptedException {
    publisher.publishAndWait(
        new Outgoing(
            order.id() + "." + outcome, Topics.DECK_PACKAGED, body.jobId(), body, order.context()));
  }
}
