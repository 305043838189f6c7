package dev.deckmill.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.config.DriveConfig;
import dev.deckmill.drive.google.access.DriveAccess;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link UploaderProcess} does: it uploads one deck, as its environment says. */
@QuarkusTest
@TestProfile(UploaderRun.OnItsOwn.class)
public class UploaderRun {
  /** The database of the test that started the process, and no orders from anywhere. */
  public static final class OnItsOwn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.url", System.getenv("TEST_DB_URL"),
          "quarkus.datasource.username", System.getenv("TEST_DB_USER"),
          "quarkus.datasource.password", System.getenv("TEST_DB_PASSWORD"),
          "quarkus.flyway.owner.migrate-at-start", "false",
          "quarkus.datasource.owner.jdbc.url", System.getenv("TEST_DB_URL"),
          "deckmill.drive.root-url", asked("DRIVE"),
          "kafka.bootstrap.servers", System.getenv("TEST_KAFKA"),
          "mp.messaging.incoming.deck-upload.enabled", "false");
    }
  }

  private static String asked(String what) {
    return System.getenv("TEST_UPLOAD_" + what);
  }

  @Test
  void uploads() throws Exception {
    DriveConfig config =
        TestConfig.at(URI.create(asked("DRIVE")), Map.of("chunk-bytes", asked("CHUNK")));
    PatternBlobs blobs = new PatternBlobs();
    UploadDeck order =
        Orders.plain(blobs, asked("TENANT"), asked("JOB"), Long.parseLong(asked("BYTES")), "Decks");
    if (Boolean.parseBoolean(asked("EVERYTHING"))) {
      order = Orders.with(order, Orders.everything(blobs, order.jobId()));
    }
    try (DriveAccess access = DriveAccess.open(config)) {
      assertThat(Rig.uploader(access, blobs, config, Thread::sleep).upload(order, new Unwatched()))
          .isInstanceOf(DeckUploaded.class);
    }
  }
}
