package dev.deckmill.api.orchestration.progress;

import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.service.message.ConsumerEdge;
import dev.deckmill.service.message.UseCase;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what packager and drive-service say of decks. */
@ApplicationScoped
final class DeckConsumer {
  private final ConsumerEdge edge;
  private final UseCase<DeckMessage> progress;

  DeckConsumer(ConsumerEdge edge, DeckProgress progress) {
    this.edge = edge;
    this.progress = progress::apply;
  }

  @Incoming("deck-packaged")
  @Blocking("progress")
  void packaged(ConsumerRecord<String, byte[]> record) {
    edge.each(record, DeckMessage.class, progress);
  }

  @Incoming("deck-uploaded")
  @Blocking("progress")
  void uploaded(ConsumerRecord<String, byte[]> record) {
    edge.each(record, DeckMessage.class, progress);
  }
}
