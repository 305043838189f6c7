package dev.deckmill.api.fetch;

import dev.deckmill.contracts.message.FetchPage;
import dev.deckmill.service.message.ConsumerEdge;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Consumes the orders to fetch pages. Most of them wait for somebody, so each has a thread of its
 * own.
 */
@ApplicationScoped
final class PageFetchConsumer {
  private final ConsumerEdge edge;
  private final PageFetcher fetcher;

  PageFetchConsumer(ConsumerEdge edge, PageFetcher fetcher) {
    this.edge = edge;
    this.fetcher = fetcher;
  }

  @Incoming("page-fetch")
  @RunOnVirtualThread
  void consume(ConsumerRecord<String, byte[]> record) {
    edge.each(record, FetchPage.class, fetcher);
  }
}
