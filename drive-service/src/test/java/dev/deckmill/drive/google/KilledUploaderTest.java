package dev.deckmill.drive.google;

import static dev.deckmill.fakedrive.fault.CallKind.COPY;
import static dev.deckmill.fakedrive.fault.CallKind.CREATE;
import static dev.deckmill.fakedrive.fault.CallKind.GENERATE_IDS;
import static dev.deckmill.fakedrive.fault.CallKind.PERMISSION_CREATE;
import static dev.deckmill.fakedrive.fault.CallKind.UPLOAD_CHUNK;
import static dev.deckmill.fakedrive.fault.CallKind.UPLOAD_START;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process is ended by SIGKILL in the middle of a call, before Drive has done it or after; another
 * one takes the order up. {@code -Ddeckmill.kills=20} has it killed at all points.
 */
@QuarkusTest
@Servers
class KilledUploaderTest {
  private static final long BYTES = 600_000;
  private static final Duration FOR_EVER = Duration.ofHours(1);

  /** Where it is killed: in the {@code nth} call of a kind. */
  record Point(CallKind kind, int nth, boolean done) {}

  static Stream<Point> points() {
    List<Point> all = new ArrayList<>();
    for (boolean done : new boolean[] {false, true}) {
      all.add(new Point(GENERATE_IDS, 1, done));
      all.add(new Point(CREATE, 1, done));
      all.add(new Point(UPLOAD_START, 1, done));
      all.add(new Point(UPLOAD_CHUNK, 1, done));
      all.add(new Point(UPLOAD_CHUNK, 2, done));
      all.add(new Point(UPLOAD_CHUNK, 3, done));
      all.add(new Point(COPY, 1, done));
      all.add(new Point(PERMISSION_CREATE, 2, done));
      all.add(new Point(CREATE, 2, done));
      all.add(new Point(UPLOAD_CHUNK, 5, done));
    }
    // Few of them, but not always the same few.
    Collections.shuffle(all, new Random());
    return all.stream().limit(Integer.getInteger("deckmill.kills", 3));
  }

  @ParameterizedTest
  @MethodSource("points")
  void leavesNothingTwiceWhereverItIsKilled(Point point) throws Exception {
    try (Rig rig = new Rig()) {
      UploadDeck order = rig.orderWithAll("job", BYTES, "Decks");
      rig.fake
          .faults()
          .on(
              point.kind,
              point.nth,
              point.done ? new Fault.HangAfter(FOR_EVER) : new Fault.Hang(FOR_EVER));
      Process victim = UploaderProcess.start(rig, "job", BYTES, true, 262_144);
      try {
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> rig.fake.faults().outstanding() == 0);
      } finally {
        victim.destroyForcibly();
      }
      assertThat(victim.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);

      assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
      rig.assertHoldsAll(order);
    }
  }
}
