package dev.deckmill.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.deckmill.api.intake.upload.Uploads;
import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.api.refusal.RefusalStatus;
import dev.deckmill.api.testing.FullBlobs;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.ErrorType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class InputStorageTest {
  @Inject Limits limits;
  @Inject Uploads uploads;

  @Test
  void refusesASubmissionForWhichThereIsNoRoomAndSaysThatItMayBeSentAgain() {
    InputStorage storage =
        new InputStorage(
            new FullBlobs(), limits, uploads, new Deliveries(java.util.Set.of("drive")));

    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> storage.store("acme", "full-disk", receiver -> {}));

    assertThat(refusal.trouble().type()).isEqualTo(ErrorType.STORAGE_FULL);
    assertThat(RefusalStatus.of(refusal)).isEqualTo(503);
    assertThat(refusal.trouble().type().retryable()).isTrue();
  }
}
