package dev.deckmill.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.delivery.DeckUploader;
import dev.deckmill.drive.delivery.Delivered;
import dev.deckmill.drive.delivery.DeliveryException;
import dev.deckmill.drive.delivery.DeliveryTarget;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.PublishFailedException;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Received;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class DeliverDeckTest {
  @Inject UploadMeters meters;

  private final Received<UploadDeck> message =
      new Received<>(
          "order", Orders.plain(new PatternBlobs(), "acme", "job", 10), Duration.ZERO, root());
  private final List<Outgoing> sent = new ArrayList<>();
  private int deliveries;
  private int refusals = 1;

  private static Context root() {
    return Context.root();
  }

  /** Refuses for good, as a broker may, until {@link #refusals} are used up. */
  private final Publisher broker =
      outgoing -> {
        if (refusals-- > 0) {
          return CompletableFuture.failedFuture(new IllegalStateException("not taken"));
        }
        sent.add(outgoing);
        return CompletableFuture.completedFuture(null);
      };

  private DeliverDeck deliverDeck(DeliveryTarget target) {
    DeckUploader uploader = new DeckUploader(target, TestConfig.of(Map.of()), wait -> {});
    return new DeliverDeck(uploader, broker, meters, OpenTelemetry.noop());
  }

  private Delivered deliver() {
    deliveries++;
    return new Delivered("id", "in", Optional.empty(), 10, 1, 1, 5, 0, Optional.empty(), 0);
  }

  private Delivered refuse() throws DeliveryException {
    deliveries++;
    throw DeliveryException.lasting(ErrorType.DRIVE_QUOTA, "No room");
  }

  @Test
  void publishesTheAnswerAgainWithoutUploadingAgain() throws Exception {
    DeliverDeck deliverDeck = deliverDeck((order, watch) -> deliver());
    assertThatThrownBy(() -> deliverDeck.run(message)).isInstanceOf(PublishFailedException.class);
    deliverDeck.run(message);
    assertThat(deliveries).isEqualTo(1);
    assertThat(sent).extracting(Outgoing::id).containsExactly("order-uploaded");
  }

  @Test
  void triesNoFailedUploadAgainBecauseItsAnswerWasNotPublished() throws Exception {
    DeliverDeck deliverDeck = deliverDeck((order, watch) -> refuse());
    assertThatThrownBy(() -> deliverDeck.run(message)).isInstanceOf(PublishFailedException.class);
    deliverDeck.run(message);
    assertThat(deliveries).isEqualTo(1);
    assertThat(sent)
        .singleElement()
        .extracting(Outgoing::body)
        .isInstanceOf(DeckUploadFailed.class);
  }

  @Test
  void callsNoUploadFailedThatOnlyItsAnswerIsMissingOf() throws Exception {
    DeliverDeck deliverDeck = deliverDeck((order, watch) -> deliver());
    assertThatThrownBy(() -> deliverDeck.run(message)).isInstanceOf(Exception.class);
    deliverDeck.giveUp(message, new Trouble(ErrorType.INTERNAL, "given up"));
    assertThat(sent).singleElement().extracting(Outgoing::body).isInstanceOf(DeckUploaded.class);
  }

  @Test
  void deliversAnewWhatIsOrderedAgainAfterItsAnswer() throws Exception {
    refusals = 0;
    DeliverDeck deliverDeck = deliverDeck((order, watch) -> deliver());
    deliverDeck.run(message);
    deliverDeck.run(message);
    assertThat(deliveries).as("the store, not this process, knows what was delivered").isEqualTo(2);
  }
}
