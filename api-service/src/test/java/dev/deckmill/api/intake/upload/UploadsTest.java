package dev.deckmill.api.intake.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckmill.api.ApiConfig;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.RefusalStatus;
import dev.deckmill.api.store.intake.UploadStore;
import dev.deckmill.api.store.job.AuditStore;
import dev.deckmill.api.store.sql.AppDatabase;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.FullBlobs;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.web.identity.Caller;
import dev.deckmill.contracts.ErrorType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class UploadsTest {
  @Inject AppDatabase database;
  @Inject UploadStore rows;
  @Inject AuditStore audit;
  @Inject ApiConfig config;

  @Test
  void refusesAFileForWhichThereIsNoRoomAndSaysThatItMayBeSentAgain() {
    Uploads uploads = new Uploads(database, rows, audit, new FullBlobs(), config);

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                uploads.keep(
                    new Caller("acme", "test"), "a.svg", new ByteArrayInputStream(Client.svg(1))));

    assertThat(refusal.trouble().type()).isEqualTo(ErrorType.STORAGE_FULL);
    assertThat(RefusalStatus.of(refusal)).isEqualTo(503);
  }
}
