package dev.deckmill.api.orchestration.progress;

import dev.deckmill.contracts.message.PageMessage;
import dev.deckmill.service.message.BatchUseCase;
import dev.deckmill.service.message.ConsumerEdge;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what the converters say of pages. */
@ApplicationScoped
final class PageResultConsumer {
  private final ConsumerEdge edge;
  private final BatchUseCase<PageMessage> progress;

  PageResultConsumer(ConsumerEdge edge, JobProgress progress) {
    this.edge = edge;
    this.progress = progress::apply;
  }

  @Incoming("page-result")
  @Blocking("progress")
  void consume(ConsumerRecords<String, byte[]> records) {
    edge.batch(records, PageMessage.class, progress);
  }
}
