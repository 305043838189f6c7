package dev.deckmill.packager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.BlobRef;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Topics;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckPackageFailed;
import dev.deckmill.contracts.message.DeckPackaged;
import dev.deckmill.contracts.message.PackageDeck;
import dev.deckmill.contracts.part.DeckSlide;
import dev.deckmill.contracts.part.SlideSize;
import dev.deckmill.contracts.type.MessageType;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.message.SlideList;
import dev.deckmill.service.message.Wire;
import dev.deckmill.service.testing.TestKafka;
import dev.deckmill.service.testing.TestTopic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** What becomes of a deck whose answer is larger than a record may be. */
@QuarkusTest
@TestProfile(UnsendableAnswerTest.SmallRecords.class)
@WithTestResource(TestKafka.class)
final class UnsendableAnswerTest {
  /**
   * As long as a job's id may be. It names the deck's file, so it stands in {@link DeckPackaged}
   * once more than in {@link DeckPackageFailed}.
   */
  private static final int LONGEST_ID = 64;

  /** Between the two answers about a job with a long id, and above both with a short one. */
  private static final String MOST_BYTES = "870";

  /** Records of less than a kilobyte instead of a megabyte: no order makes an answer of that. */
  public static final class SmallRecords implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("mp.messaging.outgoing.messages.max.request.size", MOST_BYTES);
    }
  }

  @Inject BlobStore blobs;

  @Test
  void aDeckWhoseAnswerIsTooLargeFailsAndKeepsNobodyWaiting() throws Exception {
    String next = "j" + UUID.randomUUID().toString().substring(0, 8);
    String tooLong = next + "x".repeat(LONGEST_ID - next.length());
    try (TestTopic orders = TestTopic.open(Topics.DECK_PACKAGE);
        TestTopic answers = TestTopic.open(Topics.DECK_PACKAGED);
        TestTopic dead = TestTopic.open(Topics.deadLetters(Topics.DECK_PACKAGE))) {
      order(orders, tooLong);
      order(orders, next);

      DeckPackageFailed failed =
          Wire.read(answers.await(of(tooLong)).value(), DeckPackageFailed.class);
      assertThat(failed.trouble().type()).isEqualTo(ErrorType.MESSAGE_UNSENDABLE);
      assertThat(TestTopic.header(dead.await(of(tooLong)), "deckmill-error-code"))
          .isEqualTo("MESSAGE_UNSENDABLE");
      DeckPackaged packaged = Wire.read(answers.await(of(next)).value(), DeckPackaged.class);
      assertThat(packaged.counts().slides()).isEqualTo(1);
    }
  }

  private static Predicate<ConsumerRecord<String, byte[]>> of(String job) {
    return record -> job.equals(record.key());
  }

  /** Of one placeholder slide; sent past the publisher, whose records are small here. */
  private void order(TestTopic orders, String job) throws IOException {
    var trouble = new Trouble(ErrorType.XML_MALFORMED, "The page ends too early.");
    var slide = new DeckSlide(1, "broken.svg", null, trouble, null);
    BlobRef list;
    try (BlobWriter writer =
        blobs.create("slides/" + UUID.randomUUID() + ".jsonl", Durability.DURABLE)) {
      writer.append(SlideList.write(List.of(slide)));
      list = writer.commit();
    }
    var wide = new SlideSize(12_192_000, 6_858_000);
    var order = new PackageDeck(job, "t", "Quarterly", wide, list, 1, 1);
    Map<String, String> headers =
        Map.of(
            "ce_specversion", "1.0",
            "ce_id", UUID.randomUUID().toString(),
            "ce_type", MessageType.of(order).ceType());
    Stream<Header> each =
        headers.entrySet().stream()
            .map(header -> new RecordHeader(header.getKey(), header.getValue().getBytes(UTF_8)));
    orders.send(job, Wire.write(order), each.toList());
  }
}
