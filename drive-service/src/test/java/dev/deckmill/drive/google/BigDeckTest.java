package dev.deckmill.drive.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.UploaderProcess;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A deck that is larger than the heap. */
@QuarkusTest
@Servers
class BigDeckTest {
  private static final long DECK = Long.getLong("deckmill.bigdeck.bytes", 300_000_000);
  private static final long CHUNK = 8 << 20;

  /** For the service and for what builds it in a test: so a deck's share is much less. */
  private static final String HEAP = "-Xmx256m";

  @Test
  void goesOnFromTheMiddleOfABigDeckInAHeapThatDoesNotHoldIt() throws Exception {
    int half = (int) (DECK / 2 / CHUNK);
    try (Rig rig = new Rig()) {
      UploadDeck order = rig.order("big", DECK, "Decks");
      rig.fake.faults().on(CallKind.UPLOAD_CHUNK, half + 1, new Fault.Hang(Duration.ofHours(1)));
      Process victim = UploaderProcess.start(rig, "big", DECK, false, CHUNK, HEAP);
      try {
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> rig.fake.faults().outstanding() == 0);
      } finally {
        victim.destroyForcibly();
      }
      assertThat(victim.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);
      assertThat(rig.fake.files()).isEmpty();
      assertThat(rig.fake.uploadedBytes()).isEqualTo(half * CHUNK);

      Process second = UploaderProcess.start(rig, "big", DECK, false, CHUNK, HEAP);
      assertThat(second.waitFor()).isZero();

      assertThat(rig.holdsExactly(order)).isTrue();
      assertThat(rig.fake.uploadedBytes()).as("nothing was sent twice").isEqualTo(DECK);
      DeckUploaded told = (DeckUploaded) rig.upload(order);
      assertThat(told.resumes()).isEqualTo(1);
      assertThat(told.attempts()).isEqualTo(2);
      assertThat(told.bytes()).isEqualTo(DECK);
    }
  }
}
