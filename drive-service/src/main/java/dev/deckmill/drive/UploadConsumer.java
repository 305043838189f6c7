package dev.deckmill.drive;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.service.message.ConsumerEdge;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes orders. */
@Singleton
final class UploadConsumer {
  private final ConsumerEdge edge;
  private final DeliverDeck deliverDeck;

  UploadConsumer(ConsumerEdge edge, DeliverDeck deliverDeck) {
    this.edge = edge;
    this.deliverDeck = deliverDeck;
  }

  @Incoming("deck-upload")
  @Blocking(ordered = false, value = "uploads")
  void consume(ConsumerRecord<String, byte[]> record) {
    edge.each(record, UploadDeck.class, deliverDeck);
  }
}
