package dev.deckmill.converter;

import dev.deckmill.contracts.message.ConvertPage;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.service.message.ConsumerEdge;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the orders for pages, on each of their lanes, and those for previews. */
@Singleton
final class PageConsumer {
  private final ConsumerEdge edge;
  private final PageConversion conversion;
  private final BulkPageConversion bulkConversion;
  private final SlowPageConversion slowConversion;
  private final PagePreview preview;

  PageConsumer(
      ConsumerEdge edge,
      PageConversion conversion,
      BulkPageConversion bulkConversion,
      SlowPageConversion slowConversion,
      PagePreview preview) {
    this.edge = edge;
    this.conversion = conversion;
    this.bulkConversion = bulkConversion;
    this.slowConversion = slowConversion;
    this.preview = preview;
  }

  @Incoming("page-convert")
  @Blocking(ordered = false, value = "pages")
  void consume(ConsumerRecord<String, byte[]> record) {
    edge.each(record, ConvertPage.class, conversion);
  }

  @Incoming("page-convert-bulk")
  @Blocking(ordered = false, value = "bulk-pages")
  void consumeBulk(ConsumerRecord<String, byte[]> record) {
    edge.each(record, ConvertPage.class, bulkConversion);
  }

  @Incoming("page-convert-slow")
  @Blocking(ordered = false, value = "slow-pages")
  void consumeSlow(ConsumerRecord<String, byte[]> record) {
    edge.each(record, ConvertPage.class, slowConversion);
  }

  @Incoming("page-preview")
  @Blocking("previews")
  void consumePreview(ConsumerRecord<String, byte[]> record) {
    edge.each(record, PreviewPage.class, preview);
  }
}
