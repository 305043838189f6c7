package dev.deckmill.api.orchestration.progress;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.deckmill.api.testing.Client;
import dev.deckmill.api.testing.EventStream;
import dev.deckmill.api.testing.EventStream.Event;
import dev.deckmill.api.testing.Orders;
import dev.deckmill.api.testing.Servers;
import dev.deckmill.api.testing.Workers;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import dev.deckmill.contracts.message.DeckUploadProgressed;
import dev.deckmill.contracts.message.PagePreviewFailed;
import dev.deckmill.contracts.message.PreviewPage;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPicture;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.service.blob.BlobStore;
import dev.deckmill.service.message.PictureList;
import dev.deckmill.service.testing.Rows;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Servers
final class DeliveryTest {
  private static final byte[] DECK = {'P', 'K', 3, 4};

  @TestHTTPResource URI server;
  @Inject Workers workers;
  @Inject BlobStore blobs;
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  private void makeDeck(String id, int pages) {
    for (int page = 1; page <= pages; page++) {
      workers.convert(orders.page(id, page, 1));
    }
    workers.packageDeck(orders.deck(id), DECK);
  }

  private static ValidatableResponse batch(String id) {
    return given()
        .header("Authorization", "Bearer " + Client.KEY)
        .get("/batch/jobs/" + id)
        .then()
        .statusCode(200);
  }

  private static PagePreviewFailed failed(PreviewPage order) {
    return new PagePreviewFailed(
        order.jobId(),
        order.tenant(),
        order.page(),
        order.attempt(),
        order.widthPixels(),
        new Trouble(ErrorType.LIMIT_RENDER, "The picture failed in a test."));
  }

  @Test
  void ordersWhatTheClientAskedForAndTellsWhatCameOfIt() {
    String id =
        Client.submitted(
            1,
            Map.of(
                "delivery", "drive",
                "folder", "Decks/{tag}",
                "tag", "Q1",
                "parentFolder", "drive-1",
                "fileName", "Figures",
                "description", "of the quarter",
                "share", "writer:ann@example.com",
                "googleSlides", "beside"));
    makeDeck(id, 1);
    UploadDeck order = orders.upload(id);
    assertThat(order.parentFolderId()).isEqualTo("drive-1");
    assertThat(order.fileName()).isEqualTo("Figures.pptx");
    assertThat(order.folderPath()).containsExactly("Decks", "Q1");
    DeliveryOptions options = order.optionsOrNone();
    assertThat(options.description()).isEqualTo("of the quarter");
    assertThat(options.sharesOrNone()).hasSize(1);
    assertThat(options.mails()).isFalse();
    assertThat(options.wantsGoogleSlides()).isTrue();
    assertThat(options.keepsRevisions()).isFalse();
    batch(id)
        .body("status", equalTo("exporting_to_slides"))
        .body("slides_export_status", equalTo("in_progress"));

    workers.send(Workers.uploaded(order));
    Client.awaitState(id, "succeeded")
        .then()
        .body("tag", equalTo("Q1"))
        .body("delivery.slidesFileId", equalTo("slides-1"))
        .body("delivery.slidesLink", equalTo("https://drive.example/s1"));
    batch(id)
        .body("status", equalTo("completed"))
        .body("slides_export_enabled", equalTo(true))
        .body("slides_export_status", equalTo("completed"))
        .body("slides_url", equalTo("https://drive.example/s1"));
    given()
        .header("Authorization", "Bearer " + Client.KEY)
        .get("/batch/jobs/" + id + "/trace")
        .then()
        .body("trace_data.workflow", equalTo("conversion_and_slides_export"))
        .body("trace_data.slides_url", equalTo("https://drive.example/s1"))
        .body("trace_data.upload_trace.resumes", equalTo(1))
        .body("trace_data.upload_trace.bytes", equalTo(5))
        .body("trace_data.upload_trace.attempts[0].tries", equalTo(2));
  }

  @Test
  void asksForNothingMoreThanBeforeWhereTheClientDoesNot() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    makeDeck(id, 1);
    assertThat(orders.upload(id).options()).isNull();
  }

  @Test
  void tellsThoseWhoFollowHowFarTheDeckIs() {
    String id = Client.submitted(1, Map.of("delivery", "drive"));
    makeDeck(id, 1);
    UploadDeck order = orders.upload(id);
    DeckUploadProgressed half = new DeckUploadProgressed(id, order.tenant(), 50, 100, order.run());
    workers.sendAs("half of " + id, half);
    workers.send(new DeckUploadProgressed(id, order.tenant(), 75, 100, 7));
    Awaitility.await()
        .untilAsserted(() -> Client.job(id).then().body("delivery.bytesSent", equalTo(50)));
    batch(id)
        .body("drive_upload_progress.uploaded_bytes", equalTo(50))
        .body("drive_upload_progress.total_bytes", equalTo(100));
    workers.send(Workers.uploaded(order));
    Client.awaitState(id, "succeeded");
    workers.send(new DeckUploadProgressed(id, order.tenant(), 80, 100, order.run()));

    List<Event> told = new ArrayList<>();
    try (EventStream stream = EventStream.open(server, id, "0")) {
      told.addAll(stream.rest());
    }
    assertThat(told)
        .filteredOn(event -> event.name().equals("delivery"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(JsonPath.from(event.data()).getInt("bytesSent")).isEqualTo(50);
              assertThat(JsonPath.from(event.data()).getInt("bytesTotal")).isEqualTo(100);
            });
    Client.job(id).then().body("delivery.bytesSent", equalTo(5));
  }

  @Test
  void deliversADeckOnceItsPicturesAreThereOrCanNotBe() throws Exception {
    String id = Client.submitted(2, Map.of("delivery", "drive", "deliverPreviews", "beside"));
    makeDeck(id, 2);
    workers.send(workers.previewed(orders.preview(id, 1), new byte[] {1, 2, 3}));
    PreviewPage second = orders.preview(id, 2);
    assertThat(orders.uploadsSoFar(id)).isEmpty();
    workers.send(failed(second));

    UploadDeck order = orders.upload(id);
    DeckPictures pictures = order.optionsOrNone().pictures();
    assertThat(pictures.place()).isEqualTo(DeckPictures.Place.BESIDE);
    assertThat(pictures.count()).isEqualTo(1);
    List<DeckPicture> listed = new ArrayList<>();
    PictureList.read(blobs.open(pictures.list()), listed::add);
    assertThat(listed).extracting(DeckPicture::page).containsExactly(1);
    assertThat(blobs.open(listed.getFirst().file()).readAllBytes()).containsExactly(1, 2, 3);
    workers.send(Workers.uploaded(order));
    Client.awaitState(id, "succeeded").then().body("delivery.pictures", equalTo(1));
  }

  @Test
  void endsAJobAtOnceThatIsCancelledWhileItWaitsForPictures() {
    String id = Client.submitted(1, Map.of("delivery", "drive", "deliverPreviews", "folder"));
    makeDeck(id, 1);
    PreviewPage waited = orders.preview(id, 1);
    Client.awaitState(id, "delivering");
    Client.deed(id, ":cancel")
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"))
        .body("conversion", equalTo("succeeded"))
        .body("delivery.status", equalTo("failed"));
    workers.send(workers.previewed(waited, new byte[] {1}));
    String later = Client.submitted(1, Map.of("delivery", "drive"));
    makeDeck(later, 1);
    orders.upload(later);
    assertThat(orders.uploadsSoFar(id)).as("no upload begins after the 200").isEmpty();
  }

  @Test
  void deliversWithoutPicturesThatDoNotCome() {
    String id = Client.submitted(1, Map.of("delivery", "drive", "deliverPreviews", "folder"));
    makeDeck(id, 1);
    orders.preview(id, 1);
    Rows.change(
        "update api.job set packaged_at = now() - interval '10 minutes',"
            + " deadline_at = now() + interval '5 minutes' where id = :id",
        Map.of("id", id));
    assertThat(orders.upload(id).optionsOrNone().pictures()).isNull();
  }

  @Test
  void leavesARunningUploadItsPicturesWhenTheOrderIsSentAgainWithMore() throws Exception {
    String id = Client.submitted(2, Map.of("delivery", "drive", "deliverPreviews", "beside"));
    makeDeck(id, 2);
    PreviewPage late = orders.preview(id, 1);
    workers.send(failed(late));
    workers.send(workers.previewed(orders.preview(id, 2), new byte[] {2}));
    UploadDeck running = orders.upload(id);
    workers.send(workers.previewed(late, new byte[] {1}));
    Awaitility.await().until(() -> drawn(id) == 2 && unsent(id) == 0);
    Rows.change(
        "update api.deck_order set ordered_at = now() - interval '11 minutes'"
            + " where job_id = :id and kind = 'upload'",
        Map.of("id", id));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> orders.uploadsSoFar(id).size() == 2);
    assertThat(pages(running)).containsExactly(2);
    assertThat(pages(orders.uploadsSoFar(id).getLast())).containsExactly(1, 2);
  }

  private static long drawn(String id) {
    return Rows.number(
        "select count(*) from api.preview where job_id = :id and file_key is not null",
        Map.of("id", id));
  }

  private static long unsent(String id) {
    return Rows.number("select count(*) from api.outbox where job_id = :id", Map.of("id", id));
  }

  private List<Integer> pages(UploadDeck order) throws IOException {
    List<Integer> pages = new ArrayList<>();
    PictureList.read(
        blobs.open(order.optionsOrNone().pictures().list()), listed -> pages.add(listed.page()));
    return pages;
  }
}
