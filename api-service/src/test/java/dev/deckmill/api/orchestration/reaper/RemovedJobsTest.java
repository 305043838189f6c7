package dev.deckmill.api.orchestration.reaper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deckmill.api.limits.Limits;
import dev.deckmill.api.orchestration.lifecycle.JobBlobs;
import dev.deckmill.api.store.job.RemovedJobStore;
import dev.deckmill.api.store.sql.WorkerDatabase;
import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.contracts.BlobRef;
import dev.deckmill.service.blob.BlobMissingException;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.blob.BlobStore.Durability;
import dev.deckmill.service.blob.BlobWriter;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class RemovedJobsTest {
  private static final String MAKE_DUE =
      "update api.removed_job set sweep_at = now() where job_id = :id";

  @Inject BlobStore blobs;
  @Inject WorkerDatabase database;
  @Inject RemovedJobStore removed;
  @Inject Limits limits;

  @Test
  void sweepsWhatWasWrittenAfterItsJobWasDeleted() throws IOException {
    String id = deleted();
    BlobRef bundle = store("bundles/" + id + "/1-1");
    BlobRef deck = store("decks/" + id + "/deck.pptx");
    assertThat(notes(id)).isEqualTo(1);

    Rows.change(MAKE_DUE, Map.of("id", id));

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> notes(id) == 0);
    for (BlobRef gone : new BlobRef[] {bundle, deck}) {
      assertThatThrownBy(() -> blobs.read(gone)).isInstanceOf(BlobMissingException.class);
    }
  }

  @Test
  void keepsTheNoteOfAJobWhoseBytesCanNotBeRemovedForLater() throws IOException {
    String id = deleted();
    BlobRef bundle = store("bundles/" + id + "/1-1");
    BlobRef deck = store("decks/" + id + "/deck.pptx");
    RemovedJobs stuck =
        new RemovedJobs(
            database, removed, new JobBlobs(new StuckBlobs(blobs, "bundles/" + id)), limits);

    stuck.remove(claimed(stuck, id));

    assertThat(notes(id)).isEqualTo(1);
    assertThat(blobs.read(bundle)).isNotEmpty();
    assertThatThrownBy(() -> blobs.read(deck)).isInstanceOf(BlobMissingException.class);
    assertThat(
            Rows.number(
                "select count(*) from api.removed_job where job_id = :id and sweep_at > now()",
                Map.of("id", id)))
        .as("it is tried again later")
        .isEqualTo(1);
  }

  @Test
  void holdsNoRowWhileItRemovesBytes() {
    String id = deleted();
    Observed observed = new Observed(blobs, "bundles/" + id, () -> free(id));
    RemovedJobs watched = new RemovedJobs(database, removed, new JobBlobs(observed), limits);

    watched.remove(claimed(watched, id));

    assertThat(observed.seen).as("rows that could be locked meanwhile").containsExactly(1L);
    assertThat(notes(id)).isZero();
  }

  @Test
  void isDoneAgainWhenTheProcessEndsBeforeTheBytesAreRemoved() throws IOException {
    String id = deleted();
    BlobRef bundle = store("bundles/" + id + "/1-1");
    claimed(new RemovedJobs(database, removed, new JobBlobs(blobs), limits), id);
    assertThat(notes(id)).isEqualTo(1);
    assertThat(blobs.read(bundle)).isNotEmpty();

    Rows.change(MAKE_DUE, Map.of("id", id));

    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> notes(id) == 0);
    assertThatThrownBy(() -> blobs.read(bundle)).isInstanceOf(BlobMissingException.class);
  }

  /** In the transaction that makes it due, so that no other reaper takes it. */
  private List<String> claimed(RemovedJobs jobs, String id) {
    List<String> claimed =
        database.inTransaction(
            tx -> {
              tx.handle().createUpdate(MAKE_DUE).bind("id", id).execute();
              return jobs.claim(tx);
            });
    assertThat(claimed).contains(id);
    return claimed;
  }

  private static long free(String id) {
    return Rows.number(
        """
        select count(*) from
          (select 1 from api.removed_job where job_id = :id for update skip locked) free
        """,
        Map.of("id", id));
  }

  private static String deleted() {
    String id = Client.submitted(1, Map.of());
    Client.deed(id, ":cancel").then().statusCode(200);
    Client.asked().delete("/v1/jobs/" + id).then().statusCode(204);
    return id;
  }

  private BlobRef store(String key) throws IOException {
    return blobs.put(key, "bytes".getBytes(UTF_8), Durability.REMAKEABLE);
  }

  private static long notes(String id) {
    return Rows.number("select count(*) from api.removed_job where job_id = :id", Map.of("id", id));
  }

  /** A store that can't remove what begins with a prefix. */
  private static final class StuckBlobs extends PassedOn {
    private final String prefix;

    StuckBlobs(BlobStore blobs, String prefix) {
      super(blobs);
      this.prefix = prefix;
    }

    @Override
    public void deleteAll(String deleted) throws IOException {
      if (deleted.startsWith(prefix)) {
        throw new IOException("the disk does not let go of it");
      }
      super.deleteAll(deleted);
    }
  }

  /** A store that looks at something whenever it removes what begins with a prefix. */
  private static final class Observed extends PassedOn {
    private final String prefix;
    private final LongSupplier look;
    private final List<Long> seen = new ArrayList<>();

    Observed(BlobStore blobs, String prefix, LongSupplier look) {
      super(blobs);
      this.prefix = prefix;
      this.look = look;
    }

    @Override
    public void deleteAll(String deleted) throws IOException {
      if (deleted.startsWith(prefix)) {
        seen.add(look.getAsLong());
      }
      super.deleteAll(deleted);
    }
  }

  private abstract static class PassedOn implements BlobStore {
    private final BlobStore blobs;

    PassedOn(BlobStore blobs) {
      this.blobs = blobs;
    }

    @Override
    public BlobWriter create(String key, Durability durability) throws IOException {
      return blobs.create(key, durability);
    }

    @Override
    public InputStream open(BlobRef ref) throws IOException {
      return blobs.open(ref);
    }

    @Override
    public void delete(String key) throws IOException {
      blobs.delete(key);
    }

    @Override
    public void deleteAll(String deleted) throws IOException {
      blobs.deleteAll(deleted);
    }
  }
}
