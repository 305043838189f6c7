package dev.deckmill.api.orchestration.reaper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.localservers.LocalPostgres.Role;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Ages are told by writing earlier moments into the rows. */
@QuarkusTest
@Servers
final class AbandonedIntakesTest {
  @Inject BlobStore blobs;

  @Test
  void removesTheBytesOfASubmissionThatNeverBecameAJobAndThoseOfNoOther() throws IOException {
    String fresh = "fresh-" + UUID.randomUUID();
    String abandoned = "abandoned-" + UUID.randomUUID();
    String taken = Client.submitted(1, Map.of());
    BlobRef freshBytes = store(fresh, "1 hour");
    BlobRef abandonedBytes = store(abandoned, "3 hours");

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> notes(abandoned) == 0);

    assertThatThrownBy(() -> blobs.read(abandonedBytes)).isInstanceOf(BlobMissingException.class);
    assertThat(blobs.read(freshBytes)).isNotEmpty();
    assertThat(notes(fresh)).isEqualTo(1);
    assertThat(notes(taken)).as("a job is no intake any more").isZero();
  }

  @Test
  void aSubmissionThatIsRefusedLeavesNoNote() {
    long before = allNotes();
    Client.pages(1).multiPart("colour", "red").post("/v1/jobs").then().statusCode(400);
    assertThat(allNotes()).isEqualTo(before);
  }

  /** What an intake leaves that broke off between its bytes and its job. */
  private BlobRef store(String job, String age) throws IOException {
    BlobRef bytes =
        blobs.put("jobs/" + job + "/input", "<svg/>".getBytes(UTF_8), Durability.DURABLE);
    try (Handle app = Rows.as(Role.APP)) {
      app.useTransaction(
          tx -> {
            tx.execute("select set_config('deckmill.tenant', 'acme', true)");
            tx.execute(
                "insert into api.intake (tenant, job_id, begun_at) values ('acme', ?, now() - ?::interval)",
                job,
                age);
          });
    }
    return bytes;
  }

  private static long notes(String job) {
    return Rows.number("select count(*) from api.intake where job_id = :id", Map.of("id", job));
  }

  private static long allNotes() {
    return Rows.number("select count(*) from api.intake", Map.of());
  }
}
