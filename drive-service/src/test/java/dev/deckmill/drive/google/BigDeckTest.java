package dev.deckmill.drive.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.fakedrive.FakeDriveSettings;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BigDeckTest {
  private static final long DECK = 300_000_000;
  private static final long CHUNK = 8 << 20;

  /** A chunk is on its way when the process dies: Drive keeps what came before it. */
  private static final class DiesHalfWay implements DeliveryWatch {
    @Override
    public void begun(int attempt) {}

    @Override
    public void resumed(long bytesThere) {}

    @Override
    public void progressed(long bytesThere, long bytesInAll) {
      if (bytesThere > bytesInAll / 2) {
        throw new Killed();
      }
    }

    @Override
    public void retrying(ErrorType type, Duration wait) {}
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void goesOnFromTheMiddleOfABigDeckAndNeverHoldsIt() throws Exception {
    try (Rig rig =
        new Rig(
            FakeDriveSettings.defaults(),
            Map.of("chunk-bytes", Long.toString(CHUNK), "timeouts.read", "60s"))) {
      UploadDeck order = rig.order("big", DECK);
      Thread victim =
          new Thread(
              () -> {
                try {
                  rig.uploader().upload(order, new DiesHalfWay());
                } catch (Killed | InterruptedException died) {
                  Thread.currentThread().interrupt();
                }
              });
      victim.start();
      victim.join();
      assertThat(rig.fake.files()).isEmpty();
      long before = rig.fake.uploadedBytes();
      assertThat(before).isBetween(DECK / 2, DECK / 2 + CHUNK);

      long allocated = allocated();
      DeckUploaded uploaded = (DeckUploaded) rig.upload(order);
      allocated = allocated() - allocated;

      assertThat(rig.holdsExactly(order)).isTrue();
      assertThat(rig.fake.uploadedBytes()).as("nothing was sent twice").isEqualTo(DECK);
      assertThat(uploaded.chunks()).isEqualTo(36);
      assertThat(rig.events).contains("resumed " + before);
      assertThat(allocated).as("bytes allocated for 300 MB").isLessThan(64_000_000);
    }
  }

  /** What this thread has allocated so far, whether or not it was freed since. */
  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
