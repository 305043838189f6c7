package dev.deckmill.converter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PagePreviewed;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.contracts.part.ConversionOptions;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.message.Outgoing;
import dev.deckmill.service.message.Publisher;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import io.opentelemetry.context.Context;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ConverterServiceTest.Faulty.class)
@WithTestResource(TestKafka.class)
final class PagePreviewTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'>"
          + "<rect width='16' height='9' fill='red'/></svg>";
  private static final ConversionOptions WIDE =
      new ConversionOptions(new SlideSize(12_192_000, 6_858_000), "balanced", "powerpoint", null);

  @Inject BlobStore blobs;
  @Inject Publisher publisher;

  private final String job = "job-" + UUID.randomUUID();

  @Test
  void drawsAPageAndTheSameOrderTwiceWithTheSameId() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic orders = TestTopic.open(Topics.PAGE_PREVIEW)) {
      order("a.svg", SVG, 60_000);
      ConsumerRecord<String, byte[]> given = orders.await(this::isOurs);
      orders.send(given.key(), given.value(), given.headers());

      List<ConsumerRecord<String, byte[]>> both = results.await(2, this::isOurs);
      assertThat(both)
          .extracting(record -> TestTopic.header(record, "ce_id"))
          .containsOnly(TestTopic.header(given, "ce_id") + ".previewed");
      for (ConsumerRecord<String, byte[]> record : both) {
        PagePreviewed drawn = Wire.read(record.value(), PagePreviewed.class);
        assertThat(drawn.attempt()).isEqualTo(2);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(blobs.read(drawn.picture())));
        assertThat(picture.getWidth()).isEqualTo(drawn.widthPixels()).isEqualTo(320);
        assertThat(picture.getRGB(160, 90)).isEqualTo(0xFFFF0000);
      }
    }
  }

  @Test
  void saysWhyAPageCanNotBeDrawn() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order("a.svg", "<svg", 60_000);
      assertThat(failure(results)).isEqualTo(ErrorType.XML_MALFORMED);
    }
  }

  @Test
  void endsWithTheChildThatDrawsForTooLong() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT)) {
      order("fault-hang.svg", SVG, 2_000);
      assertThat(failure(results)).isEqualTo(ErrorType.PAGE_TIMEOUT);
    }
  }

  @Test
  void failsAtOnceWhenThePagesBytesAreGone() throws Exception {
    try (TestTopic results = TestTopic.open(Topics.PAGE_RESULT);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.PAGE_PREVIEW))) {
      order("a.svg", new BlobRef("jobs/" + job + "/gone", 0, 1, "0".repeat(64)), 60_000);
      assertThat(failure(results)).isEqualTo(ErrorType.EXPIRED);
      assertThat(dead.soFar()).as("dead letters").isEmpty();
    }
  }

  private ErrorType failure(TestTopic results) throws IOException {
    ConsumerRecord<String, byte[]> record = results.await(this::isOurs);
    return Wire.read(record.value(), PagePreviewFailed.class).trouble().type();
  }

  private void order(String name, String svg, long limit) throws IOException {
    order(
        name,
        blobs.put("jobs/" + job + "/input", svg.getBytes(UTF_8), Durability.REMAKEABLE),
        limit);
  }

  private void order(String name, BlobRef source, long limit) {
    PreviewPage order = new PreviewPage(job, "acme", 3, 2, name, source, WIDE, 320, limit);
    publisher
        .publish(
            new Outgoing(
                UUID.randomUUID().toString(), Topics.PAGE_PREVIEW, job, order, Context.root()))
        .toCompletableFuture()
        .join();
  }

  private boolean isOurs(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), UTF_8).contains(job);
  }
}
