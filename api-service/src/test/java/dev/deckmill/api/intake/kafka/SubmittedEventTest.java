package dev.deckmill.api.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class SubmittedEventTest {
  @Test
  void isAsLargeAsTheLimitAndNotOneByteMore() {
    assertThat(SubmittedEvent.read(bare("id", 900_000)).data().remaining()).isEqualTo(900_000);

    Refusal refusal = refused(bare("id", 900_001));
    assertThat(refusal.trouble().type()).isEqualTo(ErrorType.LIMIT_JOB_BYTES);
    assertThat(refusal.measure()).isEqualTo(new Refusal.Measure(900_000, 900_001));
  }

  @Test
  void hasAnIdAsLongAsTheLimitAndNotOneCharacterMore() {
    assertThat(SubmittedEvent.read(bare("k".repeat(255), 1)).id()).hasSize(255);
    assertThat(refused(bare("k".repeat(256), 1)).trouble().type())
        .isEqualTo(ErrorType.MESSAGE_INVALID);
  }

  @Test
  void isAnsweredWithoutAnIdThatHasControlCharacters() {
    ConsumerRecord<String, byte[]> record = bare("a\0b", 1);

    assertThat(refused(record).trouble().type()).isEqualTo(ErrorType.MESSAGE_INVALID);
    assertThat(SubmittedEvent.idOf(record)).isEmpty();
  }

  private static Refusal refused(ConsumerRecord<String, byte[]> record) {
    return catchThrowableOfType(Refusal.class, () -> SubmittedEvent.read(record));
  }

  private static ConsumerRecord<String, byte[]> bare(String key, int bytes) {
    return new ConsumerRecord<>("deckmill.job.submit", 0, 0, key, new byte[bytes]);
  }
}
