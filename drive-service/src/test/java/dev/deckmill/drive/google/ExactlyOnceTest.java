package dev.deckmill.drive.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckMessage;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.drive.Orders;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.drive.Unwatched;
import dev.deckmill.drive.delivery.DeliveryWatch;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.fault.Fault.Refuse;
import dev.deckmill.fakedrive.file.StoredFile;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Servers
class ExactlyOnceTest {
  private static final long BYTES = 600_000;
  private Rig rig;

  @BeforeEach
  void start() throws Exception {
    rig = new Rig();
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private DeckUploaded uploaded(UploadDeck order) throws InterruptedException {
    DeckMessage answer = rig.upload(order);
    assertThat(answer).isInstanceOf(DeckUploaded.class);
    return (DeckUploaded) answer;
  }

  @Test
  void givesTheSameAnswerToTheSameOrderWithoutAskingDriveAgain() throws Exception {
    UploadDeck order = rig.order("job", BYTES, "Decks");
    DeckUploaded first = uploaded(order);
    int calls = rig.fake.calls().size();
    assertThat(uploaded(order)).isEqualTo(first);
    assertThat(rig.fake.calls()).hasSize(calls);
    assertThat(first.bytes()).isEqualTo(BYTES);
    assertThat(first.chunks()).isEqualTo(3);
    assertThat(first.attempts()).isEqualTo(1);
    assertThat(first.fileId()).isEqualTo(rig.fake.files().get(0).id());
    assertThat(first.folderId()).isEqualTo(rig.fake.files().get(0).parents().get(0));
    assertThat(first.link()).contains(first.fileId());
  }

  /** What a killed process leaves is what it wrote and sent before: here it dies between chunks. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void anotherUploaderGoesOnWhereAKilledOneStopped(int callsBeforeDeath) throws Exception {
    UploadDeck order = rig.order("job", 5 * 262_144L, "Decks");
    Death death = new Death(callsBeforeDeath);
    Thread victim = new Thread(() -> death.upload(order));
    victim.start();
    victim.join();
    assertThat(death.happened).isTrue();

    DeckUploaded uploaded = uploaded(order);

    assertThat(rig.holdsExactly(order)).isTrue();
    assertThat(rig.fake.uploadedBytes()).as("no byte was sent twice").isEqualTo(5 * 262_144L);
    assertThat(uploaded.attempts()).isEqualTo(2);
    assertThat(rig.fake.folders()).hasSize(2);
  }

  /** Watches an upload and ends its thread, as a kill would: nothing is cleaned up. */
  private final class Death implements DeliveryWatch {
    private int left;
    private boolean happened;

    Death(int left) {
      this.left = left;
    }

    void upload(UploadDeck order) {
      try {
        rig.uploader().upload(order, this);
      } catch (Killed | InterruptedException killed) {
        happened = true;
      }
    }

    private void live() {
      if (--left == 0) {
        throw new Killed();
      }
    }

    @Override
    public void begun(int attempt) {
      live();
    }

    @Override
    public void resumed(long bytesThere) {
      live();
    }

    @Override
    public void progressed(long bytesThere, long bytesInAll) {
      live();
    }

    @Override
    public void retrying(ErrorType type, Duration wait) {
      live();
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void findsTheFileItMadeWhenTheAnswerWasLostAndTheSessionToo() throws Exception {
    UploadDeck order = rig.order("job", 100_000);
    rig.fake.faults().on(CallKind.UPLOAD_CHUNK, 1, new Fault.ResetAfter());
    rig.fake.faults().on(CallKind.UPLOAD_STATUS, 1, new Fault.ExpireSession(404));
    uploaded(order);
    assertThat(rig.holdsExactly(order)).isTrue();
    assertThat(rig.fake.uploadedBytes()).isEqualTo(100_000);
    assertThat(rig.fake.count(CallKind.UPLOAD_START)).isEqualTo(2);
  }

  @Test
  void putsAnotherDeckOfTheSameJobIntoTheSameFile() throws Exception {
    DeckUploaded first = uploaded(rig.order("job", BYTES));
    UploadDeck other =
        new UploadDeck("job", rig.tenant, rig.blobs.deck(99, 1000), "job.pptx", List.of(), null, 1);
    DeckUploaded second = uploaded(other);
    assertThat(second.fileId()).isEqualTo(first.fileId());
    assertThat(rig.holdsExactly(other)).isTrue();
  }

  @Test
  void makesOneFolderHoweverManyOrdersComeAtOnce() throws Exception {
    int orders = 12;
    List<Future<DeckMessage>> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(orders)) {
      for (int i = 0; i < orders; i++) {
        UploadDeck order = rig.order("job" + i, 1000, "Decks", "2026");
        answers.add(pool.submit(() -> rig.upload(order)));
      }
      for (Future<DeckMessage> answer : answers) {
        assertThat(answer.get()).isInstanceOf(DeckUploaded.class);
      }
    }
    assertThat(rig.fake.folders())
        .extracting(StoredFile::name)
        .containsExactlyInAnyOrder("My Drive", "Decks", "2026");
    assertThat(rig.fake.files()).hasSize(orders);
    assertThat(rig.fake.count(CallKind.LIST)).isEqualTo(2);
  }

  @Test
  void uploadsOnceWhenTheSameOrderComesTwiceAtOnce() throws Exception {
    UploadDeck order = rig.order("job", BYTES, "Decks");
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Future<DeckMessage> one = pool.submit(() -> rig.upload(order));
      Future<DeckMessage> other = pool.submit(() -> rig.upload(order));
      assertThat(one.get()).isEqualTo(other.get());
    }
    assertThat(rig.holdsExactly(order)).isTrue();
    assertThat(rig.fake.uploadedBytes()).isEqualTo(BYTES);
  }

  @Test
  void endsWellAndOnceWhenTheOrderComesAgainWithMorePicturesWhileItsUploadRuns() throws Exception {
    UploadDeck plain = rig.order("job", BYTES, "Decks");
    List<DeckPicture> drawn = Orders.pictures(rig.blobs, "job");
    UploadDeck order = withPictures(plain, "first", drawn.subList(1, 3));
    UploadDeck again = withPictures(plain, "again", drawn);
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      List<Future<DeckMessage>> second = new ArrayList<>();
      OnProgress watch =
          new OnProgress(
              () -> {
                if (second.isEmpty()) {
                  second.add(pool.submit(() -> rig.upload(again)));
                }
              });
      DeckMessage first = rig.uploader().upload(order, watch);
      assertThat(first)
          .isInstanceOfSatisfying(
              DeckUploaded.class, uploaded -> assertThat(uploaded.pictures()).isEqualTo(2));
      assertThat(second.getFirst().get())
          .isInstanceOfSatisfying(
              DeckUploaded.class, uploaded -> assertThat(uploaded.pictures()).isEqualTo(3));
    }
    assertThat(rig.fake.files())
        .extracting(StoredFile::name)
        .containsExactlyInAnyOrder("job.pptx", "job 0001.png", "job 0002.png", "job 0003.png");
  }

  private UploadDeck withPictures(UploadDeck order, String list, List<DeckPicture> pictures) {
    DeckPictures listed = Orders.listed(rig.blobs, list, pictures);
    return Orders.with(order, new DeliveryOptions(null, List.of(), false, false, false, listed));
  }

  /** Does something whenever an upload gets forward. */
  private static final class OnProgress extends Unwatched {
    private final Runnable then;

    OnProgress(Runnable then) {
      this.then = then;
    }

    @Override
    public void progressed(long bytesThere, long bytesInAll) {
      then.run();
    }
  }

  @Test
  void usesAFolderThatIsThereAlready() throws Exception {
    uploaded(rig.order("a", 10, "it's 1/2 \\ done"));
    String folder = rig.fake.files().get(0).parents().get(0);
    // Another tenant has no memory of the folder and finds it.
    UploadDeck order = rig.order("b", 10, "it's 1/2 \\ done");
    UploadDeck stranger =
        new UploadDeck(
            "b", "other" + rig.tenant, order.deck(), "b.pptx", order.folderPath(), null, 1);
    assertThat(uploaded(stranger).folderId()).isEqualTo(folder);
  }

  @Test
  void makesNoSecondFolderWhenTheAnswerWasLostAndTheSearchDoesNotShowItYet() throws Exception {
    rig.fake.faults().on(CallKind.CREATE, 1, new Fault.ResetAfter());
    rig.fake.faults().always(CallKind.LIST, new Fault.StaleSearch());
    uploaded(rig.order("job", 10, "Decks"));
    assertThat(rig.fake.folders()).hasSize(2);
  }

  @Test
  void makesAFolderAnewThatSomebodyDeleted() throws Exception {
    DeckUploaded first = uploaded(rig.order("a", 10, "Decks", "May"));
    String outer =
        rig.fake.folders().stream()
            .filter(folder -> folder.name().equals("Decks"))
            .findFirst()
            .orElseThrow()
            .id();
    java.net.http.HttpClient.newHttpClient()
        .send(
            java.net.http.HttpRequest.newBuilder(rig.fake.url().resolve("/drive/v3/files/" + outer))
                .DELETE()
                .build(),
            java.net.http.HttpResponse.BodyHandlers.discarding());
    DeckUploaded second = uploaded(rig.order("b", 10, "Decks", "May"));
    assertThat(second.folderId()).isNotEqualTo(first.folderId());
    assertThat(rig.fake.folders()).hasSize(3);
  }

  @Test
  void saysThatAFolderIsNotThere() throws Exception {
    UploadDeck order = rig.order("job", 10, "Decks");
    UploadDeck lost =
        new UploadDeck("job", rig.tenant, order.deck(), "a.pptx", List.of("Decks"), "nowhere", 1);
    assertThat(rig.upload(lost))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_FOLDER));
    assertThat(rig.waits).isEmpty();
  }

  @Test
  void waitsAsLongAsDriveAsksButNotLonger() throws Exception {
    rig.fake
        .faults()
        .on(CallKind.UPLOAD_CHUNK, 1, new Refuse(429, "rateLimitExceeded", OptionalInt.of(30)))
        .on(CallKind.UPLOAD_CHUNK, 2, new Refuse(429, "rateLimitExceeded", OptionalInt.of(9999)));
    uploaded(rig.order("job", BYTES));
    assertThat(rig.waits).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60));
  }

  @Test
  void givesUpWhenDriveStaysOutOfOrder() throws Exception {
    rig.fake.faults().always(CallKind.UPLOAD_START, new Refuse(503, "backendError"));
    assertThat(rig.upload(rig.order("job", BYTES)))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> {
              assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_UNAVAILABLE);
              assertThat(failed.attempts()).isEqualTo(8);
            });
    assertThat(rig.waits).hasSize(7);
    assertThat(rig.waits.get(6)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
  }

  @Test
  void isPatientWithABadLineAsLongAsTheUploadGetsForward() throws Exception {
    int chunks = 12;
    for (int i = 1; i <= 2 * chunks; i += 2) {
      rig.fake.faults().on(CallKind.UPLOAD_CHUNK, i, new Fault.ResetBefore());
    }
    uploaded(rig.order("job", chunks * 262_144L));
    assertThat(rig.waits).hasSize(chunks);
  }

  @Test
  void saysThatTheDeckIsLost() throws Exception {
    UploadDeck order = rig.order("job", 10);
    rig.blobs.lose(order.deck());
    assertThat(rig.upload(order))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> {
              assertThat(failed.trouble().type()).isEqualTo(ErrorType.INTERNAL);
              assertThat(failed.attempts()).isEqualTo(1);
            });
  }

  @Test
  void usesAFolderOfASharedDriveThatSomebodyElseMade() throws Exception {
    String shared = rig.fake.addSharedDrive("Company");
    String folder = rig.fake.addForeignFolder("Decks", shared);
    UploadDeck order = rig.order("job", 10, "Decks");
    UploadDeck there =
        new UploadDeck("job", rig.tenant, order.deck(), "a.pptx", List.of("Decks"), shared, 1);
    assertThat(uploaded(there).folderId()).isEqualTo(folder);
  }

  @Test
  void putsDecksIntoASharedDrive() throws Exception {
    String shared = rig.fake.addSharedDrive("Company");
    UploadDeck order = rig.order("job", 10, "Decks");
    UploadDeck there =
        new UploadDeck("job", rig.tenant, order.deck(), "a.pptx", List.of("Decks"), shared, 1);
    uploaded(there);
    assertThat(rig.fake.files()).extracting(StoredFile::driveId).containsExactly(shared);
  }
}
