package dev.deckmill.drive.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.delivery.DeckUploader;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class DriveGateTest {
  private static Rig rig(Map<String, String> config) throws Exception {
    return new Rig(FakeDriveSettings.defaults(), config);
  }

  @Test
  void leavesADriveAloneThatIsOutOfOrder() throws Exception {
    try (Rig rig = rig(Map.of("breaker.window", "4"))) {
      rig.fake.faults().always(CallKind.UPLOAD_START, new Fault.Refuse(503, "backendError"));
      assertThat(rig.upload(rig.order("job", 1000)))
          .isInstanceOfSatisfying(
              DeckUploadFailed.class,
              failed -> {
                assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_UNAVAILABLE);
                assertThat(failed.attempts()).isEqualTo(8);
              });
      assertThat(rig.fake.count(CallKind.UPLOAD_START)).isEqualTo(3);
      assertThat(rig.gate().figures().refused()).isEqualTo(5);
      assertThat(rig.gate().figures().breaker()).isEqualTo(2);
      assertThat(rig.waits.get(6))
          .as("not before a call has a chance")
          .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }
  }

  @Test
  void triesDriveAgainOnceThePauseIsOver() throws Exception {
    try (Rig rig = rig(Map.of("breaker.window", "4", "breaker.pause", "200ms"))) {
      DeckUploader uploader = rig.uploader();
      UploadDeck order = rig.order("job", 1000);
      rig.fake.faults().always(CallKind.UPLOAD_START, new Fault.Refuse(503, "backendError"));
      assertThat(uploader.upload(order, rig)).isInstanceOf(DeckUploadFailed.class);
      rig.fake.faults().clear();
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(uploader.upload(order, rig)).isInstanceOf(DeckUploaded.class));
      assertThat(rig.gate().figures().breaker()).isLessThan(2);
    }
  }

  @Test
  void doesNotTakeARefusalForAnOutage() throws Exception {
    try (Rig rig = rig(Map.of("breaker.window", "4"))) {
      rig.fake
          .faults()
          .always(CallKind.UPLOAD_START, new Fault.Refuse(403, "storageQuotaExceeded"));
      DeckUploader uploader = rig.uploader();
      for (int i = 0; i < 6; i++) {
        uploader.upload(rig.order("job" + i, 1000), rig);
      }
      assertThat(rig.gate().figures().breaker()).isZero();
    }
  }

  @Test
  void makesNoMoreCallsASecondThanItMay() throws Exception {
    try (Rig rig = rig(Map.of("limiter.queries-per-second", "20"))) {
      long start = System.nanoTime();
      assertThat(rig.upload(rig.order("job", 10 * 262_144L, "Decks")))
          .isInstanceOf(DeckUploaded.class);
      Duration spent = Duration.ofNanos(System.nanoTime() - start);
      int calls = rig.fake.calls().size();
      assertThat(calls).isGreaterThan(12);
      assertThat(spent)
          .as("%d calls, one each 50 ms", calls)
          .isGreaterThanOrEqualTo(Duration.ofMillis(50L * (calls - 2)));
    }
  }

  @Test
  void saysWhereToTurnWhenTooManyWait() throws Exception {
    try (Rig rig = rig(Map.of("limiter.queries-per-second", "1", "limiter.longest-wait", "0s"))) {
      assertThat(rig.upload(rig.order("job", 1000)))
          .isInstanceOfSatisfying(
              DeckUploadFailed.class,
              failed ->
                  assertThat(failed.trouble().detail())
                      .contains("deckmill.drive.limiter.queries-per-second"));
    }
  }
}
