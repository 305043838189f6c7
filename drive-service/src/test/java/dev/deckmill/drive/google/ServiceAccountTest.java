package dev.deckmill.drive.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.drive.DriveResource;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.fakedrive.FakeDriveSettings;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@Servers
class ServiceAccountTest {
  @TempDir Path dir;
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    // The token's address has to be known before the stand-in that serves it is there.
    int port = DriveResource.freePort();
    Path key =
        Files.writeString(
            dir.resolve("key.json"),
            DriveResource.accountKey("http://127.0.0.1:" + port + "/token"));
    rig =
        new Rig(
            FakeDriveSettings.defaults().withPort(port).requiringTokens().withQuotaBytes(0),
            Map.of("auth", "service-account", "service-account.key-file", key.toString()));
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private UploadDeck sharedOrder(long bytes) {
    String shared = rig.fake.addSharedDrive("Company");
    UploadDeck order = rig.order("job", bytes, "Decks");
    return new UploadDeck(
        order.jobId(), rig.tenant, order.deck(), order.fileName(), List.of("Decks"), shared, 1);
  }

  @Test
  void deliversIntoASharedDrive() throws Exception {
    UploadDeck order = sharedOrder(600_000);
    assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
    assertThat(rig.holdsExactly(order)).isTrue();
    assertThat(rig.fake.count(CallKind.TOKEN)).isEqualTo(1);
  }

  @Test
  void saysHowToMendThatAServiceAccountHasNoRoomOfItsOwn() throws Exception {
    assertThat(rig.upload(rig.order("job", 1000)))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> {
              assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_QUOTA);
              assertThat(failed.trouble().detail()).contains("shared drive");
            });
  }

  @Test
  void goesOnWithANewTokenWhenItsOwnIsRevokedBetweenChunks() throws Exception {
    UploadDeck order = sharedOrder(4 * 262_144L);
    rig.fake.faults().on(CallKind.UPLOAD_CHUNK, 3, new Fault.Refuse(401, "authError"));
    assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
    assertThat(rig.holdsExactly(order)).isTrue();
    assertThat(rig.waits).as("no failed try").isEmpty();
    assertThat(rig.fake.count(CallKind.TOKEN)).isEqualTo(2);
  }

  @Test
  void givesUpWhenEvenANewTokenIsRefused() throws Exception {
    UploadDeck order = sharedOrder(1000);
    rig.fake.faults().always(CallKind.UPLOAD_START, new Fault.Refuse(401, "authError"));
    assertThat(rig.upload(order))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_AUTH));
    assertThat(rig.waits).isEmpty();
  }

  @Test
  void givesUpWhenNoTokenIsHandedOut() throws Exception {
    UploadDeck order = sharedOrder(1000);
    rig.fake.faults().always(CallKind.TOKEN, new Fault.Refuse(400, "invalid_grant"));
    assertThat(rig.upload(order))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_AUTH));
    assertThat(rig.waits).isEmpty();
  }

  @Test
  void waitsForTheTokenEndpointToComeBack() throws Exception {
    UploadDeck order = sharedOrder(1000);
    rig.fake.faults().on(CallKind.TOKEN, 1, 2, new Fault.Refuse(503, "backendError"));
    assertThat(rig.upload(order)).isInstanceOf(DeckUploaded.class);
    assertThat(rig.holdsExactly(order)).isTrue();
  }
}
