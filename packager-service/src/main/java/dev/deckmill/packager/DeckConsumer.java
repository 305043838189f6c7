package dev.deckmill.packager;

import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.service.message.ConsumerEdge;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the orders for decks. */
@Singleton
final class DeckConsumer {
  private final ConsumerEdge edge;
  private final DeckPackaging packaging;

  DeckConsumer(ConsumerEdge edge, DeckPackaging packaging) {
    this.edge = edge;
    this.packaging = packaging;
  }

  @Incoming("deck-package")
  @Blocking(ordered = false, value = "decks")
  void consume(ConsumerRecord<String, byte[]> record) {
    edge.each(record, PackageDeck.class, packaging);
  }
}
