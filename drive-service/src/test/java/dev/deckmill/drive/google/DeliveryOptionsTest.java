package dev.deckmill.drive.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.DeckUploadFailed;
import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.drive.Orders;
import dev.deckmill.drive.Rig;
import dev.deckmill.drive.Servers;
import dev.deckmill.fakedrive.fault.CallKind;
import dev.deckmill.fakedrive.fault.Fault;
import dev.deckmill.fakedrive.file.StoredFile;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
class DeliveryOptionsTest {
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
    return (DeckUploaded) rig.upload(order);
  }

  private static DeliveryOptions slides() {
    return new DeliveryOptions(null, null, null, true, null, null);
  }

  private static DeliveryOptions sharing(boolean mail, DeckShare... shares) {
    return new DeliveryOptions(null, List.of(shares), mail, null, null, null);
  }

  private static DeckShare person(String address, DeckShare.Role role) {
    return new DeckShare(DeckShare.Kind.USER, address, role);
  }

  @Test
  void tellsWhatLiesBesideTheDeck() throws Exception {
    UploadDeck order = rig.orderWithAll("job", BYTES, "Decks");
    DeckUploaded told = uploaded(order);
    rig.assertHoldsAll(order);
    assertThat(told.pictures()).isEqualTo(3);
    assertThat(told.slides()).isNotNull();
    assertThat(told.slides().fileId()).isEqualTo(rig.named("job").id());
    assertThat(told.slides().link()).contains(told.slides().fileId());
    assertThat(told.resumes()).isZero();
    assertThat(rig.named("job.pptx").appProperties())
        .containsEntry("deckmillJob", "job")
        .containsEntry("deckmillDeck", order.deck().sha256());
    int calls = rig.fake.calls().size();
    assertThat(uploaded(order)).as("ordered again").isEqualTo(told);
    assertThat(rig.fake.calls()).hasSize(calls);
  }

  @Test
  void movesAndRenamesADeliveredDeckThatIsWantedElsewhere() throws Exception {
    UploadDeck order = rig.orderWithAll("job", BYTES, "Decks");
    DeckUploaded first = uploaded(order);
    UploadDeck elsewhere =
        new UploadDeck("job", rig.tenant, order.deck(), "Other.pptx", List.of("There"), null, 2);
    DeckUploaded second = uploaded(elsewhere);
    assertThat(second.fileId()).isEqualTo(first.fileId());
    assertThat(second.folderId()).isNotEqualTo(first.folderId());
    StoredFile deck = rig.named("Other.pptx");
    assertThat(deck.parents()).containsExactly(second.folderId());
    assertThat(deck.description()).isEmpty();
    assertThat(rig.fake.uploadedBytes()).as("no byte of it again").isEqualTo(BYTES + 15_006);
  }

  @Test
  void takesTheWholeDeliveryElsewhere() throws Exception {
    UploadDeck order = rig.orderWithAll("job", BYTES, "Decks");
    uploaded(order);
    UploadDeck elsewhere =
        new UploadDeck(
            "job",
            rig.tenant,
            order.deck(),
            "job.pptx",
            List.of("There"),
            null,
            2,
            order.options(),
            null);
    String there = uploaded(elsewhere).folderId();
    assertThat(rig.fake.files()).hasSize(5);
    assertThat(rig.named("job.pptx").parents()).containsExactly(there);
    assertThat(rig.named("job").parents()).containsExactly(there);
    assertThat(rig.fake.folders().stream().filter(folder -> folder.name().equals("previews")))
        .as("the old folder stays, empty: others may use it")
        .hasSize(2);
  }

  @Test
  void movesOutOfARootFolderThatIsNamedByItsAlias() throws Exception {
    UploadDeck order = rig.order("job", BYTES);
    uploaded(order);
    UploadDeck renamed =
        new UploadDeck("job", rig.tenant, order.deck(), "b.pptx", List.of(), null, 2);
    uploaded(renamed);
    assertThat(rig.named("b.pptx").parents()).containsExactly(rig.fake.rootId());
  }

  @Test
  void keepsEarlierBytesForEverOnlyIfAsked() throws Exception {
    UploadDeck order = rig.order("job", BYTES);
    DeliveryOptions keep = new DeliveryOptions(null, null, null, null, true, null);
    uploaded(Orders.with(order, keep));
    UploadDeck other =
        new UploadDeck("job", rig.tenant, rig.blobs.deck(99, 1000), "job.pptx", List.of(), null, 2);
    uploaded(other);
    assertThat(rig.named("job.pptx").revisions())
        .extracting(StoredFile.Revision::keepForever)
        .containsExactly(true, false);
  }

  @Test
  void makesOnePresentationThoughTheAnswerWasLostAndTheSearchDoesNotShowItYet() throws Exception {
    rig.fake
        .faults()
        .on(CallKind.COPY, 1, new Fault.ResetAfter())
        .on(CallKind.LIST, 1, new Fault.StaleSearch());
    DeckUploaded told = uploaded(Orders.with(rig.order("job", BYTES), slides()));
    assertThat(rig.fake.count(CallKind.COPY)).isEqualTo(2);
    assertThat(rig.named("job").id()).isEqualTo(told.slides().fileId());
  }

  @Test
  void showsTheNewDeckInTheSamePresentation() throws Exception {
    DeckUploaded first = uploaded(Orders.with(rig.order("job", BYTES), slides()));
    UploadDeck other =
        new UploadDeck(
            "job",
            rig.tenant,
            rig.blobs.deck(99, 1000),
            "job.pptx",
            List.of(),
            null,
            2,
            slides(),
            null);
    DeckUploaded second = uploaded(other);
    assertThat(second.slides()).isEqualTo(first.slides());
    assertThat(rig.named("job").appProperties())
        .containsEntry("deckmillDeck", "%064x".formatted(99));
    assertThat(rig.named("job").revisions()).hasSize(2);
  }

  @Test
  void sendsMailOnlyIfAskedAndOnlyOnce() throws Exception {
    UploadDeck order = rig.order("job", BYTES);
    rig.fake.faults().on(CallKind.PERMISSION_CREATE, 2, new Fault.ResetAfter());
    DeckShare[] two = {
      person("ann@example.com", DeckShare.Role.READER),
      person("bob@example.com", DeckShare.Role.WRITER)
    };
    uploaded(Orders.with(order, sharing(true, two)));
    assertThat(rig.fake.mails()).isEqualTo(2);
  }

  /** Drive refuses to make its owner a reader, and the delivery would never come to an end. */
  @Test
  void leavesWhoMayDoMoreAsHeIs() throws Exception {
    UploadDeck order = rig.order("job", BYTES);
    DeckShare bob = person("bob@example.com", DeckShare.Role.WRITER);
    uploaded(Orders.with(order, sharing(false, bob)));
    rig.fake.faults().always(CallKind.PERMISSION_UPDATE, new Fault.Refuse(403, "forbidden"));
    uploaded(Orders.with(order, sharing(false, person("bob@example.com", DeckShare.Role.READER))));
    assertThat(rig.named("job.pptx").permissions())
        .extracting(given -> given.grantee() + " " + given.role())
        .containsExactly("bob@example.com writer");
  }

  @Test
  void changesTheRoleOfWhoHasLeaveAlreadyAndTakesNobodysAway() throws Exception {
    UploadDeck order = rig.order("job", BYTES);
    uploaded(
        Orders.with(
            order,
            sharing(
                false,
                person("ann@example.com", DeckShare.Role.READER),
                person("bob@example.com", DeckShare.Role.WRITER))));
    uploaded(
        Orders.with(order, sharing(false, person("ann@example.com", DeckShare.Role.COMMENTER))));
    assertThat(rig.named("job.pptx").permissions())
        .extracting(given -> given.grantee() + " " + given.role())
        .containsExactlyInAnyOrder("ann@example.com commenter", "bob@example.com writer");
  }

  @Test
  void saysThatADomainDoesNotShareWithoutNamingAnybody() throws Exception {
    rig.fake
        .faults()
        .always(CallKind.PERMISSION_CREATE, new Fault.Refuse(403, "shareOutNotPermitted"));
    UploadDeck order =
        Orders.with(
            rig.order("job", BYTES),
            sharing(false, person("ann@example.com", DeckShare.Role.READER)));
    assertThat(rig.upload(order))
        .isInstanceOfSatisfying(
            DeckUploadFailed.class,
            failed -> {
              assertThat(failed.trouble().type()).isEqualTo(ErrorType.DRIVE_AUTH);
              assertThat(failed.trouble().detail()).contains("administrator").doesNotContain("ann");
            });
  }

  @Test
  void goesOnWithThePicturesThatAreMissing() throws Exception {
    UploadDeck order = rig.order("job", 10, "Decks");
    List<DeckPicture> many = new ArrayList<>();
    IntStream.rangeClosed(1, 40)
        .forEach(page -> many.add(new DeckPicture(page, rig.blobs.deck(page, 2_000 + page))));
    DeliveryOptions pictures =
        new DeliveryOptions(null, null, null, null, null, Orders.listed(rig.blobs, "job", many));
    rig.fake.faults().on(CallKind.UPLOAD_CHUNK, 21, new Fault.Refuse(403, "accessNotConfigured"));
    assertThat(rig.upload(Orders.with(order, pictures))).isInstanceOf(DeckUploadFailed.class);
    int before = rig.fake.count(CallKind.UPLOAD_CHUNK);
    assertThat(uploaded(Orders.with(order, pictures)).pictures()).isEqualTo(40);
    assertThat(rig.fake.files()).hasSize(41);
    assertThat(rig.fake.count(CallKind.UPLOAD_CHUNK) - before).isBetween(1, 21);
  }

  @Test
  void deliversAgainAfterSomebodyDeletedTheFile() throws Exception {
    UploadDeck order = rig.order("job", BYTES);
    String first = uploaded(order).fileId();
    java.net.http.HttpClient.newHttpClient()
        .send(
            java.net.http.HttpRequest.newBuilder(rig.fake.url().resolve("/drive/v3/files/" + first))
                .DELETE()
                .build(),
            java.net.http.HttpResponse.BodyHandlers.discarding());
    UploadDeck again =
        new UploadDeck("job", rig.tenant, order.deck(), "b.pptx", List.of(), null, 2);
    assertThat(uploaded(again).fileId()).isNotEqualTo(first);
    assertThat(rig.fake.files()).extracting(StoredFile::name).containsExactly("b.pptx");
  }
}
